import { moneyIn } from '../core/prices/money.ts';
import type { MeteredPrompt, Report } from '../core/report.ts';
import { fit, fitEnd, padEnd, padStart, widthOf } from './columns.ts';
import { gap } from './rows.ts';
import { closing, pageOf, type Page, type TerminalOptions } from './terminalPage.ts';
import * as words from './words.ts';

/** One prompt with its place, and what share it has of all known text. */
interface Row {
  readonly tokens: string;
  readonly share: string;
  readonly cost: string;
  readonly model: string;
  readonly place: string;
}

const headings: Row = { tokens: 'tokens', share: 'share', cost: 'per call', model: 'model', place: 'prompt' };
/** Columns; a name of a model that is longer is cut, so that the place keeps its room. */
const widestModel = 18;
const narrowestPlace = 24;

/**
 * Report → the prompts with the most tokens, the largest first, and the totals of all. A prompt that is part of another
 * one counts with that, and has no line of its own.
 */
export function largestReport(report: Report, most: number, options: TerminalOptions): string {
  const page = pageOf(report, options);
  const whole = report.prompts.filter(({ partOf }) => partOf === null);
  const all = whole.reduce((sum, { tokens }) => sum + tokens.count, 0);
  const shown = whole.toSorted((a, b) => b.tokens.count - a.tokens.count).slice(0, most);
  const rows = shown.map((prompt) => rowOf(prompt, all, page));
  const widths = widthsOf(rows, options.width);
  const lines = rows.map((row) => rowText(row, widths));
  const head = rows.length === 0 ? [] : [page.paint.quiet(rowText(headings, widths)), ...lines, ''];
  const left = whole.length - shown.length;
  const note = left === 0 || rows.length === 0 ? [] : [`${words.plural(left, 'smaller prompt')} not shown`];
  return [...head, ...note, ...closing(page), ''].join('\n');
}

function rowOf(prompt: MeteredPrompt, all: number, { places, report }: Page): Row {
  const { path, range, tokens, model } = prompt;
  return {
    tokens: words.tokenWords(tokens),
    share: all === 0 ? '' : shareWords(tokens.count / all),
    cost: words.costWords(prompt, moneyIn(report.currency)),
    model: fit(words.oneLine(words.modelWords(model)), widestModel),
    place: words.oneLine(`${path}:${places.line(path, range.start)} ${words.nameOf(prompt)}`),
  };
}

function widthsOf(rows: readonly Row[], width: number): Record<keyof Row, number> {
  const widest = (key: keyof Row) => Math.max(...[headings, ...rows].map((row) => widthOf(row[key])));
  const fixed = {
    tokens: widest('tokens'),
    share: widest('share'),
    cost: widest('cost'),
    model: widest('model'),
  };
  const taken = Object.values(fixed).reduce((sum, one) => sum + gap.length + one, gap.length);
  return { ...fixed, place: Math.max(narrowestPlace, width - taken) };
}

function rowText(row: Row, widths: Record<keyof Row, number>): string {
  const cells = [
    padStart(row.tokens, widths.tokens),
    padStart(row.share, widths.share),
    padStart(row.cost, widths.cost),
    padEnd(row.model, widths.model),
    fitEnd(row.place, widths.place),
  ];
  return gap + cells.join(gap);
}

/** `< 1 %` where it is something and rounds to nothing. */
function shareWords(share: number): string {
  return share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(share * 100)} %`;
}
