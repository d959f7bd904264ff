/**
 * How records stand in a file: one JSON object to a line; JSON objects over several lines, or in a list; or a table whose
 * first row names the columns.
 */
export type Layout =
  | { readonly kind: 'lines' }
  | { readonly kind: 'values' }
  | { readonly kind: 'table'; readonly columns: readonly string[] };

/** Told by how a file begins; `null` for what is none of them. @param head its first bytes, a megabyte at most. */
export function layoutOf(head: Buffer): Layout | null {
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start.startsWith('[')) return { kind: 'values' };
  if (start.startsWith('{')) {
    const [line = ''] = start.split('\n', 1);
    const isWhole = line.length < start.length || head.length < 1;
    return isJson(line) && (isWhole || start === line) ? { kind: 'lines' } : { kind: 'values' };
  }
  const [row = ''] = start.split(/\r?\n/, 1);
  const columns = cellsOf(row);
  return columns.length > 2 && columns.every((name) => /^[\w. -]{1,80}$/.test(name))
    ? { kind: 'table', columns }
    : null;
}

/** One row of a table, as RFC 4180 writes it. */
export function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < row.length; i++) {
    const c = row.charAt(i);
    if (isQuoted && c === '"' && row.charAt(i + 1) === '"') {
      cell += '"';
      i++;
    } else if (c === '"') isQuoted = !isQuoted;
    else if (c === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  cells.push(cell.replace(/\r$/, ''));
  return cells;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
