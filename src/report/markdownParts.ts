import { oneLine } from './words.ts';

/** A table with a head. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = align.map((side) => (side === 'right' ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Plain words: nothing in them is read as markup. */
export function text(source: string): string {
  return oneLine(source).replaceAll(/[\\`*_[\]<>|#~&]/g, '\\$&');
}

/** A code span that holds whatever backticks and bars the text has. */
export function code(source: string): string {
  const inner = oneLine(source).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${inner}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${inner} ${fence}`;
}
