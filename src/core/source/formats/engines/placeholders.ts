import { bySight, type Engine } from './engine.ts';

/** `{name}`, `{user.name}`, `{0}`, `{price:.2f}` with `{{` for a brace, as Python's `str.format` and LangChain fill them. */
export const formatString: Engine = (text) =>
  bySight(
    text,
    /\{\{|\}\}|\{([A-Za-z_][\w.]*(?:\[[^\]{}\n]{0,100}\])?|\d{1,3})(?:![rsa])?(?::[^{}\n]{0,100})?\}/g,
  );

/** `{name}` filled by replacing it: any other brace is a brace. */
export const replacedBraces: Engine = (text) => bySight(text, /(?<![{$\\])\{([A-Za-z_][\w.]*)\}(?!\})/g);

/** `{name}` in whichever way the whole text allows: as a format string where it is one, else by replacement. */
export const braces: Engine = (text) => (isFormatString(text) ? formatString(text) : replacedBraces(text));

/** `${name}` and `$name`, as Python's `string.Template` fills them, with `$$` for a dollar. */
export const dollar: Engine = (text) => bySight(text, /\$\$|\$\{([A-Za-z_][\w.]*)\}|\$([A-Za-z_]\w*)/g);

/** `${file}` and `${input:name}`: the variables of VS Code's prompt files. */
export const variables: Engine = (text) => bySight(text, /\$\{([A-Za-z][\w:.|, -]{0,200})\}/g);

/** `$ARGUMENTS`, `$1` and the output of a command, as agents on the command line fill them in a slash command. */
export const argumentsOf: Engine = (text) =>
  bySight(text, /(\$ARGUMENTS(?:\[\d+\])?|\$[1-9])(?!\w)|!`([^`\n]{1,500})`/g);

/** `${{ github.actor }}`: the expressions of GitHub's workflows. */
export const expressions: Engine = (text) => bySight(text, /\$\{\{([^{}\n]{1,500})\}\}/g);

/**
 * `@docs/style.md`, outside of code: the text of that file comes in.
 * Sources: code.claude.com/docs/en/memory; google-gemini.github.io/gemini-cli/docs/core/memport (read 2026-11).
 */
export const imports: Engine = (text) => {
  const code = [...text.matchAll(/^ {0,3}(```|~~~)[^]*?^ {0,3}\1|`[^`\n]*`/gm)];
  const inCode = (at: number): boolean =>
    code.some(({ index, 0: { length } }) => index <= at && at < index + length);
  return bySight(text, /(?<=^|\s)(@(?:~\/|\.{0,2}\/)?[\w./-]*[\w-])(?=[\s.,;:)]|$)/gm).map((piece) =>
    piece.kind === 'hole' && isPath(piece.expression) && !inCode(piece.start)
      ? { ...piece, includes: true }
      : { ...piece, kind: 'text' as const },
  );
};

/** `@docs/style.md`, `@README`, but not `@someone`. */
function isPath(reference: string): boolean {
  return /[/.]\w/.test(reference) || /^@[A-Z]+$/.test(reference);
}

/** Nothing but placeholders and doubled braces: what Python would take as a format. */
function isFormatString(text: string): boolean {
  const rest = text
    .replace(/\{\{|\}\}/g, '')
    .replace(/\{(?:[A-Za-z_][\w.]*(?:\[[^\]{}\n]{0,100}\])?|\d{0,3})(?:![rsa])?(?::[^{}\n]{0,100})?\}/g, '');
  return !/[{}]/.test(rest);
}

/** `{name}` stands in it, with no second brace around. */
export function hasBraces(text: string): boolean {
  return /(?<![{$\\])\{[A-Za-z_][\w.]*(?:\[\w+\])?\}(?!\})/.test(text);
}
