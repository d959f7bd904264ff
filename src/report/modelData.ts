import type { ModelRow } from '../core/prices/listing.ts';
import type { PricesAbout } from '../core/prices/price.ts';
import { modelEntry } from './modelEntries.ts';
import type { ModelRates, ModelsDocument } from './modelsDocument.ts';

export function csvModels(rows: readonly ModelRow[]): string {
  const entries = rows.map(modelEntry);
  const lines = entries.map((entry) =>
    [
      entry.model,
      entry.provider,
      ...ratesCells(entry.rates),
      ...ratesCells(entry.batch).slice(0, 2),
      entry.contextWindow,
      entry.maxOutput,
      entry.tokenizer.family,
      entry.tokenizer.certainty,
      entry.caching?.minimumTokens ?? null,
      entry.retirement === null ? null : (entry.retirement.day ?? 'deprecated'),
      entry.retirement?.successor ?? null,
      entry.price.source,
      entry.price.date,
    ]
      .map(csvCell)
      .join(','),
  );
  return `${[csvHeadings.join(','), ...lines].join('\r\n')}\r\n`;
}

export function jsonModels(rows: readonly ModelRow[], about: PricesAbout, version: string): string {
  const document: ModelsDocument = {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    prices: { source: about.source, date: about.date },
    models: rows.map(modelEntry),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const csvHeadings = [
  ...[
    'model',
    'provider',
    'input',
    'cacheRead',
    'cacheWrite',
    'cacheWrite1h',
    'output',
    'batchInput',
    'batchCacheRead',
  ],
  ...[
    'contextWindow',
    'maxOutput',
    'tokenizer',
    'certainty',
    'cacheMinimum',
    'retires',
    'successor',
    'source',
    'date',
  ],
];

function ratesCells(rates: ModelRates | null): (number | null)[] {
  if (rates === null) return [null, null];
  return [rates.input, rates.cacheRead, rates.cacheWrite, rates.cacheWrite1h, rates.output];
}

/** A cell that a spreadsheet would take for a formula is a text. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
