import { moneyIn, type Money } from '../core/prices/money.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import { fit, fitEnd, padEnd, padStart, widthOf } from './columns.ts';
import type { Places } from './place.ts';
import * as words from './words.ts';

/** One line of the table on a terminal. */
export interface Row {
  readonly line: string;
  readonly name: string;
  readonly role: string;
  readonly tokens: string;
  readonly cost: string;
  readonly model: string;
}

export type Widths = { readonly [K in keyof Row]: number };

export const headings: Row = {
  line: 'line',
  name: 'prompt',
  role: 'role',
  tokens: 'tokens',
  cost: 'per call',
  model: 'model',
};

export const gap = '  ';
const narrowestName = 12;
const narrowestModel = 14;

export function promptRow(prompt: MeteredPrompt, places: Places, money: Money): Row {
  return {
    line: String(places.line(prompt.path, prompt.range.start)),
    name: words.oneLine(words.nameOf(prompt)),
    role: words.roleWords(prompt.role),
    tokens: words.tokenWords(prompt.tokens),
    cost: words.costWords(prompt, money),
    model: words.oneLine(words.modelWords(prompt.model)),
  };
}

/** A call whose request is more than one prompt; `null` where its only prompt has said it all. */
export function callRow(call: MeteredCall, places: Places, money: Money): Row | null {
  const { inputTokens, prompts, framingTokens, tools } = call;
  const counted = (tools ?? []).filter(({ tokens }) => tokens !== null).length;
  if (inputTokens === null || (prompts.length < 2 && framingTokens === 0 && counted === 0)) return null;
  const parts = [
    counted === 0 ? '' : `, ${words.plural(counted, 'tool')}`,
    framingTokens === 0 ? '' : ', framing',
  ];
  return {
    line: String(places.line(call.path, call.range.start)),
    name: words.plural(prompts.length, 'prompt') + parts.join(''),
    role: 'call',
    tokens: `${words.tokenWords(inputTokens)}${call.complete ? '' : '+'}`,
    cost: words.costWords({ ...call, tokens: inputTokens }, money),
    model: words.oneLine(words.modelWords(call.model)),
  };
}

export function rowsOf(report: Report, places: Places): Row[] {
  const money = moneyIn(report.currency);
  const calls = report.calls.map((call) => callRow(call, places, money)).filter((row) => row !== null);
  return [...report.prompts.map((prompt) => promptRow(prompt, places, money)), ...calls];
}

/** As wide as their longest cell, then names and models give way until a row fits. */
export function widthsOf(rows: readonly Row[], width: number): Widths {
  const widest = (key: keyof Row) => Math.max(...[headings, ...rows].map((row) => widthOf(row[key])));
  const fixed = {
    line: widest('line'),
    role: widest('role'),
    tokens: widest('tokens'),
    cost: widest('cost'),
  };
  const room = width - gap.length * 6 - fixed.line - fixed.role - fixed.tokens - fixed.cost;
  const model = Math.min(widest('model'), Math.max(narrowestModel, room - widest('name')));
  const name = Math.min(widest('name'), Math.max(narrowestName, room - model));
  return { ...fixed, name, model };
}

export function rowText(row: Row, widths: Widths): string {
  const cells = [
    padStart(row.line, widths.line),
    padEnd(fitEnd(row.name, widths.name), widths.name),
    padEnd(row.role, widths.role),
    padStart(row.tokens, widths.tokens),
    padStart(row.cost, widths.cost),
    fit(row.model, widths.model),
  ];
  return gap + cells.join(gap);
}
