/** How a line that the program does not read is written, by VS Code's id of the language. */
const comments: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries(
    [
      'typescript',
      'typescriptreact',
      'javascript',
      'javascriptreact',
      'java',
      'csharp',
      'go',
      'rust',
      'php',
    ].map((id) => [id, ['// ', '']] as const),
  ),
  python: ['# ', ''],
  ruby: ['# ', ''],
  jinja: ['{# ', ' #}'],
  handlebars: ['{{!-- ', ' --}}'],
};

/**
 * The comment that keeps a rule silent for the line below it, with a place to type the reason into, as a snippet.
 * @returns `null` for a language without comments, or where a comment would be sent to the model as well.
 */
export function ignoringComment(languageId: string, rule: string, indent: string): string | null {
  const comment = Object.hasOwn(comments, languageId) ? comments[languageId] : undefined;
  if (comment === undefined) return null;
  const [open, close] = comment;
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return `${escape(indent + open)}promptmeter-ignore-next-line ${escape(rule)} -- \${1:why}${escape(close)}\n`;
}

/**
 * The line above which the comment goes: that on which the prompt around the finding begins, because inside of its text
 * a comment would be text; and above lines that the next one continues.
 * @param lines text of a line, from 0.
 */
export function ignoredLine(begins: number, lines: (line: number) => string): number {
  let line = begins;
  while (
    line > 0 &&
    lines(line - 1)
      .trimEnd()
      .endsWith('\\')
  )
    line--;
  return line;
}
