/** A row of a Markdown table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Ids stand in a stranger's source: nothing of them becomes markup. A tilde between two others would strike out. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
