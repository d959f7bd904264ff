import { importFile, type Imported } from '../../../src/ledger/ingest/importFile.ts';
import type { Store } from '../../../src/ledger/store.ts';

/** One JSON object to a line. */
export const lines = (records: readonly unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** @throws where it is not imported. */
export async function taken(store: Store, path: string): Promise<Imported> {
  const answer = await importFile(store, path);
  if (answer.kind !== 'imported') throw new Error(answer.kind === 'fault' ? answer.detail : answer.why);
  return answer;
}
