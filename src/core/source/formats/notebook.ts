import { DecodedBuilder, type Decoded } from '../decoded.ts';
import { contents, type Format } from './format.ts';
import type { Entry } from './reading/entries.ts';
import { jsonEntries } from './reading/json.ts';

/** Jupyter notebooks. Their prompts stand in code, which is read as such. */
export const notebook: Format = {
  id: 'notebook',
  language: () => 'notebook',
  known: true,
  matches: (path) => path.endsWith('.ipynb'),
  read: ({ text }) => contents([], { problem: notebookCode(text).problem }),
};

/** The code cells of a notebook as one text: what one cell names, the next ones know. */
export interface NotebookCode {
  readonly code: Decoded;
  /** The kernel's language, as Jupyter calls it. */
  readonly language: string;
  readonly problem: string | null;
}

/** Source: nbformat.readthedocs.io/en/latest/format_description.html, versions 3 and 4 (read 2026-11). */
export function notebookCode(text: string): NotebookCode {
  const { entries, problem } = jsonEntries(text);
  const cells = new Map<string, { code: boolean; lines: Decoded[] }>();
  for (const entry of entries) {
    const cell = cellOf(entry);
    if (cell === null) continue;
    const found = cells.get(cell.key) ?? { code: false, lines: [] };
    cells.set(cell.key, found);
    if (cell.field === 'cell_type') found.code = entry.text.text === 'code';
    else found.lines.push(entry.text);
  }
  const out = new DecodedBuilder();
  for (const { code, lines } of cells.values()) if (code) addCell(out, lines);
  return {
    code: out.build({ start: 0, end: text.length }),
    language: kernelOf(entries),
    problem: problem ?? (cells.size === 0 ? 'it has no cells' : null),
  };
}

function cellOf({ keys }: Entry): { key: string; field: string } | null {
  const at = keys.indexOf('cells');
  const field = at === 0 || at === 2 ? keys[at + 2] : undefined;
  if (field !== 'cell_type' && field !== 'source' && field !== 'input') return null;
  return { key: keys.slice(0, at + 2).join('/'), field };
}

function kernelOf(entries: readonly Entry[]): string {
  const named = entries.find(
    ({ keys: [first, second, third] }) =>
      first === 'metadata' &&
      ((second === 'language_info' && third === 'name') || (second === 'kernelspec' && third === 'language')),
  );
  return named?.text.text.toLowerCase() ?? 'python';
}

/** Cells in another language than the kernel's begin with `%%` and its name; these do not. */
const ownMagic = /^%%(?:time|timeit|capture|prun|python3?|memit|mprun|ipytest)\b/;

function addCell(out: DecodedBuilder, lines: readonly Decoded[]): void {
  const text = lines.map((line) => line.text).join('');
  if (/^\s*%%/.test(text) && !ownMagic.test(text.trimStart())) return;
  const plain = withoutMagics(text);
  let at = 0;
  let last = 0;
  for (const { map, text: line, range } of lines) {
    for (let i = 0; i < map.length; i += 2)
      out.add(plain.slice(at + (map[i] ?? 0), at + (map[i + 2] ?? line.length)), map[i + 1] ?? 0);
    at += line.length;
    last = range.end;
  }
  if (!text.endsWith('\n')) out.add('\n', last);
}

/** Lines for IPython or the shell, outside of long strings, made comments of the same length. */
function withoutMagics(text: string): string {
  if (!/^[ \t]*[%!]/m.test(text)) return text;
  let quotes = 0;
  return text
    .split('\n')
    .map((line) => {
      const outside = quotes % 2 === 0;
      quotes += line.match(/"""|'''/g)?.length ?? 0;
      return outside ? line.replace(/^([ \t]*)[%!](?=[%!]?\s*[\w.{~/])/, '$1#') : line;
    })
    .join('\n');
}
