/** Text on one line of so many characters at the most. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${sliceWhole(line, longest - 1)}…` : line;
}

/** Text from a source file as Markdown code: nothing in it can become markup, and it stays on one line. */
export function code(text: string, longest: number): string {
  const cut = shortened(text, longest);
  if (cut === '') return '';
  const runs = cut.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const padding = cut.startsWith('`') || cut.endsWith('`') ? ' ' : '';
  // A pipe would end the cell of a table even inside code.
  return `${fence}${padding}${cut.replaceAll('|', '\\|')}${padding}${fence}`;
}

/** Text as Markdown prose: nothing in it can become markup. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&');
}

/** Cuts before a surrogate pair rather than through it. */
function sliceWhole(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
