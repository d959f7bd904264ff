import { textKinds } from '../core/calibration.ts';
import type { Fit, Fitness } from '../core/tokens/fit.ts';
import type { Factors } from '../core/tokens/tokenizer.ts';
import { padStart, widthOf } from './columns.ts';
import * as words from './words.ts';

/** What a provider's counts say of a family's factors. */
export interface FoundCalibration {
  readonly family: string;
  readonly model: string;
  readonly provider: string;
  /** What held until now. */
  readonly shipped: Factors;
  readonly fit: Fit;
}

/** Two tables: the factors, and how far counts were off. @param unwritten the file that `--write` would change; `null` once it is changed. */
export function terminalCalibration(found: FoundCalibration, unwritten: string | null): string {
  const { family, model, provider, shipped, fit } = found;
  const { factors, before, after } = fit;
  const kinds = textKinds.flatMap((kind) => {
    const now = factors[kind];
    return now === undefined ? [] : [[kind, pairWords(now), pairWords(shipped[kind])]];
  });
  const errors = (name: string, of: (fitness: Fitness) => string) => [name, of(before), of(after)];
  const head = `${family}, by ${words.plural(before.texts, 'prompt')} that ${provider} counted for ${words.oneLine(model)}`;
  const tables = [
    kinds.length === 0
      ? 'No kind of text has enough prompts: the factors stay as they are.'
      : table([['kind', 'factor', 'until now'], ...kinds]),
    table([
      ['', 'before', 'after'],
      errors('median error', ({ median }) => percent(median)),
      errors('worst error', ({ worst }) => percent(worst)),
      errors('all together', ({ total }) => `${total >= 0 ? '+' : '−'}${percent(Math.abs(total))}`),
      errors('within the band', ({ inside }) => `${Math.round(inside * 100)} %`),
    ]),
    'After: each prompt counted with factors that were fitted to the others.',
  ];
  const next =
    unwritten === null || kinds.length === 0
      ? []
      : [`Nothing is changed yet: --write puts the factors into ${unwritten}.`];
  return `${[head, ...tables, ...next].join('\n\n')}\n`;
}

export function jsonCalibration({ family, model, provider, fit }: FoundCalibration, version: string): string {
  const document = {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    family,
    model,
    provider,
    ...fit,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function pairWords({ factor, band }: { factor: number; band: number }): string {
  return `${factor} ±${Math.round(band * 100)} %`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : padStart(cell, widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
