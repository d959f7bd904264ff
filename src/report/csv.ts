import { inDollars, type Usd } from '../core/prices/usd.ts';
import type { MeteredPrompt, Report } from '../core/report.ts';
import type { ComparedChange } from './gateReport.ts';
import { Places } from './place.ts';

type Cell = string | number | boolean | null;

const columns: Readonly<Record<string, (prompt: MeteredPrompt, places: Places) => Cell>> = {
  id: ({ id }) => id,
  path: ({ path }) => path,
  line: ({ path, range }, places) => places.line(path, range.start),
  role: ({ role }) => role,
  sdk: ({ sdk }) => sdk,
  model: ({ model }) => model?.id ?? null,
  model_assumed: ({ model }) => model?.via === 'config',
  tokens: ({ tokens }) => tokens.count,
  tokens_most: ({ tokens }) => tokens.most ?? tokens.count,
  certainty: ({ tokens }) => tokens.certainty,
  band: ({ tokens }) => tokens.band,
  usd_per_call: ({ cost }) => dollars(cost?.usdPerCall ?? null),
  usd_per_call_cached: ({ cost }) => dollars(cost?.usdPerCallCached ?? null),
  stable_prefix_tokens: ({ cache }) => cache?.stablePrefixTokens ?? null,
  cache_breaking: ({ cache }) => cache?.cacheBreaking ?? null,
  lost_usd_per_1k_calls: ({ cache }) => dollars(cache?.lostUsdPer1kCalls ?? null),
};

/** Report → a table of its prompts with a head, as RFC 4180 writes one, but for its line ends. What is not known is an empty cell. @param change adds what was before. */
export function csvReport(report: Report, change: ComparedChange | null = null): string {
  const places = new Places(report);
  const before = new Map(change?.changes.map((one) => [one.now?.id, one.before]));
  const rows = report.prompts.map((prompt) => [
    ...Object.values(columns).map((value) => value(prompt, places)),
    ...(change === null ? [] : beforeCells(prompt, before)),
  ]);
  const head = [
    ...Object.keys(columns),
    ...(change === null ? [] : ['tokens_before', 'usd_per_call_before']),
  ];
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** What did not change was the same before; what is new has empty cells. */
function beforeCells(
  prompt: MeteredPrompt,
  before: ReadonlyMap<string | undefined, MeteredPrompt | null>,
): Cell[] {
  const was = before.has(prompt.id) ? before.get(prompt.id) : prompt;
  return [was?.tokens.count ?? null, dollars(was?.cost?.usdPerCall ?? null)];
}

function dollars(usd: Usd | null): number | null {
  return usd === null ? null : inDollars(usd);
}

/** A spreadsheet takes a text that begins like a formula for one: an apostrophe before it keeps it a text. */
function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
