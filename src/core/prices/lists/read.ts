import { DamagedInstall, opened } from '../../damagedInstall.ts';
import type { Reading } from '../../host.ts';
import type { PriceList } from './list.ts';
import { isRecord } from './reading.ts';
import { listProblems } from './validate.ts';

/** The list that ships: the build has made it. @throws DamagedInstall when it is not what the build makes. */
export function readSnapshot(text: string): PriceList {
  const list = opened('the price list that ships', (): unknown => JSON.parse(text));
  if (!isPriceList(list)) throw new DamagedInstall('the price list that ships is damaged');
  return list;
}

/** The list that a person updated to, or why it cannot be used. `null` when there is none. */
export function readUpdate(
  reading: Reading | null,
):
  | { readonly kind: 'list'; readonly list: PriceList }
  | { readonly kind: 'problem'; readonly why: string }
  | null {
  if (reading === null) return null;
  if (reading.kind === 'unreadable') return { kind: 'problem', why: reading.why };
  try {
    const list: unknown = JSON.parse(reading.text);
    if (!isPriceList(list)) return { kind: 'problem', why: 'it is no price list of this version' };
    const [first] = listProblems(list);
    return first === undefined ? { kind: 'list', list } : { kind: 'problem', why: first };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'problem', why: 'it is no valid JSON' };
    if (error instanceof RangeError) return { kind: 'problem', why: error.message };
    throw error;
  }
}

/** Looks at the outside; what is inside was written by us. */
function isPriceList(value: unknown): value is PriceList {
  return (
    isRecord(value) &&
    value['schemaVersion'] === 1 &&
    typeof value['source'] === 'string' &&
    typeof value['date'] === 'string' &&
    Array.isArray(value['providers'])
  );
}
