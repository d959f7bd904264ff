import type { ModelRow } from '../core/prices/listing.ts';
import type { PricesAbout } from '../core/prices/price.ts';
import { fitEnd, padEnd, padStart, widthOf } from './columns.ts';
import { baseWords, rateWords, serviceWords } from './prices.ts';
import { countWords, oneLine, plural } from './words.ts';

/** So few are told with all that is known of them, one under the other. */
const fewEnoughToTell = 3;

/** @param width columns of the terminal. */
export function terminalModels(rows: readonly ModelRow[], about: PricesAbout, width: number): string {
  const lines =
    rows.length <= fewEnoughToTell
      ? rows.flatMap((row) => [...details(row), ''])
      : [...table(rows, width), ''];
  const count = rows.length <= fewEnoughToTell ? '' : `${plural(rows.length, 'model')}. `;
  return `${[...lines, `${count}US dollars per million tokens. Prices: ${about.source}, ${about.date}.`].join('\n')}\n`;
}

export function markdownModels(rows: readonly ModelRow[], about: PricesAbout): string {
  const cells = rows.map((row) => `| ${cellsOf(row).map(escaped).join(' | ')} |`);
  return [
    `| ${headings.join(' | ')} |`,
    `| --- | --- |${' --: |'.repeat(headings.length - 3)} --- |`,
    ...cells,
    '',
    `US dollars per million tokens. Prices: ${about.source}, ${about.date}.`,
    '',
  ].join('\n');
}

const headings = [
  'model',
  'provider',
  'input',
  'cached',
  'write',
  'output',
  'batch',
  'context',
  'max out',
  'retires',
];

function cellsOf({ model, provider, price, facts }: ModelRow): string[] {
  return [
    oneLine(model),
    oneLine(provider),
    rateWords(price.input),
    baseWords(price.cacheRead),
    baseWords(price.cacheWrite),
    baseWords(price.output),
    baseWords(price.services.batch?.input ?? null),
    countOrDash(facts.contextWindow),
    countOrDash(facts.maxOutput),
    retiresWords(facts),
  ];
}

/** Name and provider give way, then the last columns, until a row fits. */
function table(rows: readonly ModelRow[], width: number): string[] {
  const all = [headings, ...rows.map((row) => cellsOf(row).with(2, baseWords(row.price.input)))];
  const widths = headings.map((_, i) => Math.max(...all.map((cells) => widthOf(cells[i] ?? ''))));
  const shown = fitting(widths, width);
  return all.map((cells) =>
    shown
      .map((i) => {
        const [cell, wide] = [cells[i] ?? '', shown.length < 4 && i === 0 ? width : (widths[i] ?? 0)];
        return i < 2 || i === 9 ? padEnd(fitEnd(cell, wide), wide) : padStart(cell, wide);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** In the order in which they are given up. */
const leastNeeded = [8, 4, 6, 7, 9, 3];

function fitting(widths: readonly number[], width: number): number[] {
  let shown = widths.map((_, i) => i);
  const total = () => shown.reduce((sum, i) => sum + (widths[i] ?? 0) + 2, -2);
  for (const column of leastNeeded) if (total() > width) shown = shown.filter((i) => i !== column);
  return shown;
}

function details(row: ModelRow): string[] {
  const { model, providerName, price, facts, tokenizer } = row;
  const { caching, retirement } = facts;
  const lines: (readonly [string, string])[] = [
    ['input', rateWords(price.input)],
    ['cached', rateWords(price.cacheRead)],
    ['cache write', writeWords(row)],
    ['output', rateWords(price.output)],
    ...(['batch', 'flex', 'priority'] as const).map((name) => [name, serviceWords(price, name)] as const),
    ['context', countOrDash(facts.contextWindow)],
    ['max output', countOrDash(facts.maxOutput)],
    [
      'tokenizer',
      `${tokenizer.family}, ${tokenizer.encoding}, ${tokenizer.certainty} (${tokenizer.source}, ${tokenizer.date})`,
    ],
    [
      'cache',
      caching === null
        ? '–'
        : `from ${countOrDash(caching.minimumTokens)} tokens, ${caching.control} (${caching.source}, ${caching.date})`,
    ],
    [
      'retires',
      retirement === null
        ? 'not announced'
        : `${retiresWords(facts)} (${retirement.source}, ${retirement.date})`,
    ],
    ['price from', `${price.source.source}, ${price.source.date}`],
  ];
  return [
    `${oneLine(model)} at ${oneLine(providerName)}`,
    ...lines.map(([name, text]) => `  ${name.padEnd(12)}${oneLine(text)}`),
  ];
}

function writeWords({ price }: ModelRow): string {
  const hour = price.cacheWrite1h === null ? '' : `, ${rateWords(price.cacheWrite1h)} for an hour`;
  return `${rateWords(price.cacheWrite)}${hour}`;
}

function retiresWords({ retirement }: ModelRow['facts']): string {
  if (retirement === null) return '';
  const successor = retirement.successor === null ? '' : `, then ${retirement.successor}`;
  return `${retirement.day ?? 'deprecated'}${successor}`;
}

function countOrDash(count: number | null): string {
  return count === null ? '–' : countWords(count);
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
