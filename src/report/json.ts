import type { Report } from '../core/report.ts';
import type { TextCount } from './count.ts';
import type { CountDocument } from './document.ts';
import type { GateReport } from './gateReport.ts';
import { costEntry, currencyEntry } from './costEntry.ts';
import { reportDocument } from './entries.ts';
import { tokensEntry } from './promptEntry.ts';

/** Two spaces deep, with a line end. @param gate of `check`; `null` leaves it out. */
export function jsonReport(
  report: Report,
  version: string,
  gate: Pick<GateReport, 'budgets' | 'change'> | null,
): string {
  return `${JSON.stringify(reportDocument(report, version, gate), null, 2)}\n`;
}

export function jsonCount(
  { model, meant, tokens, cost, currency, provider }: TextCount,
  version: string,
): string {
  const document: CountDocument = {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    model,
    ...(meant === null ? {} : { meant }),
    tokens: tokensEntry(tokens),
    cost: costEntry(cost),
    ...currencyEntry(currency),
    provider,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
