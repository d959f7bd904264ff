import type { Report } from '../core/report.ts';
import type { TextCount } from './count.ts';
import type { CountDocument } from './document.ts';
import type { GateReport } from './gateReport.ts';
import { costEntry, currencyEntry } from './costEntry.ts';
import { reportDocument } from './entries.ts';
import { tokensEntry } from './promptEntry.ts';

/**
 * Two spaces deep, with a line end, in pieces: that of thousands of files is many megabytes long, and as one text takes the
 * memory of several.
 * @param gate of `check`; `null` leaves it out.
 */
export function* jsonReport(
  report: Report,
  version: string,
  gate: Pick<GateReport, 'budgets' | 'change'> | null,
): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(reportDocument(report, version, gate))) {
    yield `${before}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listPieces(value);
    else yield indented(value, '  ');
    before = ',';
  }
  yield '\n}\n';
}

/** Entries of a list that make one piece of its text. */
const entriesPerPiece = 50;

function* listPieces(entries: readonly unknown[]): Generator<string> {
  for (let i = 0; i < entries.length; i += entriesPerPiece) {
    const some = entries.slice(i, i + entriesPerPiece).map((entry) => `\n    ${indented(entry, '    ')}`);
    yield `${i === 0 ? '[' : ','}${some.join()}`;
  }
  yield '\n  ]';
}

/** What is JSON has line breaks between its parts alone. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
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
