import { kinds, type PromptSet } from './annotated.ts';
import type { Compressor } from './compressors.ts';
import { annotationsOf, medianSaving, type Outcome } from './measure.ts';

export interface Measured {
  readonly compressor: Pick<Compressor, 'name' | 'isOurs'>;
  readonly outcomes: readonly Outcome[];
}

/** Where a table stands in a page. */
interface Marks {
  readonly opens: string;
  readonly closes: string;
}

const quality: Marks = {
  opens: '<!-- quality: written by `npm run quality` -->',
  closes: '<!-- /quality -->',
};

/** Of engines with a model, which run for minutes, the others only where they are installed; on the page of the scorers. */
export const scored: Marks & { readonly page: string } = {
  opens: '<!-- scored: written by `npm run quality -- --scorers` -->',
  closes: '<!-- /scored -->',
  page: 'docs/scorers.md',
};

/** The pages that show the table. */
export const pages = ['README.md', 'docs/compression.md'];

/** The page with another table between its marks. */
export function pageWith(page: string, table: string, { opens, closes }: Marks = quality): string {
  const [start, end] = [page.indexOf(opens), page.indexOf(closes)];
  if (start < 0 || end < start) throw new Error(`the page has no place for the table: ${opens} … ${closes}`);
  return `${page.slice(0, start)}${opens}\n\n${table}\n\n${page.slice(end)}`;
}

/** One row per compressor: what it kept, and the median of what it saved of each kind of prompt. */
export function tableOf(measured: readonly Measured[]): string {
  const titles = [
    '',
    'annotations kept',
    'prompts whole',
    ...kinds.map((kind) => kind),
    'held out',
    'held out later',
    'held out last',
  ];
  const rows = measured.map(({ compressor, outcomes }) => {
    const annotations = annotationsOf(outcomes.map(({ prompt }) => prompt));
    const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost.length, 0);
    const whole = outcomes.filter(({ losses }) => losses.length === 0).length;
    const wordyOf = (set: PromptSet): readonly Outcome[] =>
      outcomes.filter(({ prompt }) => prompt.set === set && prompt.kind === 'wordy');
    return [
      compressor.name,
      `${annotations - lost} of ${annotations}`,
      `${whole} of ${outcomes.length}`,
      ...kinds.map((kind) => percent(medianSaving(outcomes, kind))),
      percent(medianSaving(wordyOf('held-out'))),
      percent(medianSaving(wordyOf('held-out-later'))),
      percent(medianSaving(wordyOf('held-out-last'))),
    ];
  });
  const widths = titles.map((title, i) =>
    Math.max(title.length, 3, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const ruler = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(titles), `| ${ruler.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('-', '−')} %`;
}
