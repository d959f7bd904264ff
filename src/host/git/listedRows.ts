import type { SortedRows } from './sortedEntries.ts';

/** What `git ls-files -s -z` says of an index without conflicts. @param text ASCII. Of each entry `MODE OID 0<tab>PATH<nul>`. */
export function listedRows(text: string): SortedRows {
  const starts: number[] = [];
  for (let start = 0; start < text.length; start = text.indexOf('\0', start) + 1) starts.push(start);
  const startOf = (row: number): number => starts[row] ?? text.length;
  const tabOf = (row: number): number => text.indexOf('\t', startOf(row));
  return {
    length: starts.length,
    path: (row) => text.slice(tabOf(row) + 1, startOf(row + 1) - 1),
    isFile: (row) => text.startsWith('100', startOf(row)),
    // a mode has six digits, a stage one, and there is a blank between
    mode: (row) => text.slice(startOf(row), startOf(row) + 6),
    oid: (row) => text.slice(startOf(row) + 7, tabOf(row) - 2),
  };
}
