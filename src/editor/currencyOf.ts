import type { Currency } from '../core/configMoney.ts';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { Documents } from './documents.ts';
import type { LedgerFolder } from './ledgerFolder.ts';

/** The currency that costs of a folder are told in; `null` for US dollars. @param slot who asks: of their questions only the last is answered. */
export async function currencyOf(
  { uri }: LedgerFolder,
  slot: string,
  { documents, thread }: { readonly documents: Documents; readonly thread: AnalyzerThread },
): Promise<Currency | null> {
  const key = documents.openFolder(uri);
  const outcome = await thread.ask(slot, { kind: 'currency', key });
  return outcome.kind === 'answer' ? outcome.value : null;
}
