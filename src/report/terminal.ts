import type { BudgetResult } from '../core/budgets.ts';
import type { Hole } from '../core/prompts/prompt.ts';
import type { Finding, MeteredPrompt, Report } from '../core/report.ts';
import { fit, padEnd, padStart, widthOf } from './columns.ts';
import { coloured, plain, type Paint } from './paint.ts';
import { Places } from './place.ts';
import * as words from './words.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colours: boolean;
}

/** One prompt's row. `doubt` is not a column: it colours the tokens. */
interface Row {
  readonly line: string;
  readonly name: string;
  readonly role: string;
  readonly tokens: string;
  readonly cost: string;
  readonly model: string;
}

type Widths = { readonly [K in keyof Row]: number };

const headings: Row = {
  line: 'line',
  name: 'prompt',
  role: 'role',
  tokens: 'tokens',
  cost: 'per call',
  model: 'model',
};
const narrowestName = 12;
const narrowestModel = 14;
const gap = '  ';

/** Report → a table of the prompts, file by file, with what breaks caches and what was not read. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const paint = options.colours ? coloured : plain;
  const places = new Places(report);
  const rows = new Map(report.prompts.map((prompt) => [prompt, rowOf(prompt, places)]));
  const widths = widthsOf([...rows.values()], options.width);
  const lines: string[] = [];
  if (rows.size > 0) lines.push(paint.quiet(rowText(headings, widths)), '');
  for (const path of pathsOf(report)) {
    lines.push(paint.strong(words.oneLine(path)));
    for (const prompt of report.prompts.filter((one) => one.path === path)) {
      lines.push(rowText(rows.get(prompt) ?? rowOf(prompt, places), widths));
      lines.push(...detailLines(prompt, places, widths.line, options.width, paint));
    }
    for (const finding of report.findings.filter((one) => one.path === path))
      lines.push(findingLine(finding, places, widths.line, paint));
    lines.push('');
  }
  return [...lines, ...closing(report, options.width, paint), ''].join('\n');
}

/** Budgets → one line each, and what `check` came to. */
export function terminalBudgets(
  report: Report,
  budgets: readonly BudgetResult[],
  options: TerminalOptions,
): string {
  const paint = options.colours ? coloured : plain;
  const rows = budgets.map((budget) => ({ budget, numbers: budgetNumbers(budget) }));
  const width = Math.max(0, ...rows.map(({ numbers }) => numbers.length));
  const lines = rows.map(({ budget, numbers }) => {
    const verdict = budget.exceeded ? paint.error('exceeded') : paint.quiet('within  ');
    const room = options.width - width - 12;
    return `${verdict}${gap}${padStart(numbers, width)}${gap}${fit(words.oneLine(budget.prompt), Math.max(room, 20))}`;
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), ...closing(report, options.width, paint), ''].join(
    '\n',
  );
}

function budgetNumbers({ tokens, maxTokens }: BudgetResult): string {
  return `${words.tokenWords(tokens)} of ${words.countWords(maxTokens)} tokens`;
}

function pathsOf({ prompts, findings }: Report): string[] {
  return [...new Set([...prompts, ...findings].map(({ path }) => path))];
}

function rowOf(prompt: MeteredPrompt, places: Places): Row {
  return {
    line: String(places.line(prompt.path, prompt.range.start)),
    name: words.oneLine(words.nameOf(prompt)),
    role: words.roleWords(prompt.role),
    tokens: words.tokenWords(prompt.tokens),
    cost: words.costWords(prompt.cost, prompt.tokens, prompt.model),
    model: words.oneLine(words.modelWords(prompt.model)),
  };
}

/** As wide as their longest cell, then names and models give way until a row fits. */
function widthsOf(rows: readonly Row[], width: number): Widths {
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

function rowText(row: Row, widths: Widths): string {
  const cells = [
    padStart(row.line, widths.line),
    padEnd(fit(row.name, widths.name), widths.name),
    padEnd(row.role, widths.role),
    padStart(row.tokens, widths.tokens),
    padStart(row.cost, widths.cost),
    fit(row.model, widths.model),
  ];
  return gap + cells.join(gap);
}

function detailLines(
  prompt: MeteredPrompt,
  places: Places,
  indent: number,
  width: number,
  paint: Paint,
): string[] {
  const margin = ' '.repeat(gap.length * 2 + indent);
  const room = Math.max(20, width - margin.length);
  const lines: string[] = [];
  const broken = words.breakWords(prompt, places);
  if (broken !== null) {
    const loss = broken.loss === '' ? '' : `, ${broken.loss}`;
    lines.push(margin + paint.warning(fit(broken.where, Math.max(20, room - loss.length)) + loss));
  }
  const holes = prompt.segments.filter((segment) => segment.kind === 'hole');
  if (holes.length > 0) lines.push(margin + paint.quiet(holesLine(holes, room)));
  return lines;
}

/** As many holes as fit on the line; how many do not is said. */
function holesLine(holes: readonly Hole[], room: number): string {
  const all = [...new Set(holes.map(words.holeWords))];
  const more = (shown: number) => (shown === all.length ? '' : ` and ${all.length - shown} more`);
  for (let shown = all.length; shown > 1; shown--) {
    const line = `holes: ${all.slice(0, shown).join(' · ')}${more(shown)}`;
    if (widthOf(line) <= room) return line;
  }
  return fit(`holes: ${all[0] ?? ''}`, room - more(1).length) + more(1);
}

function findingLine(finding: Finding, places: Places, indent: number, paint: Paint): string {
  const line = padStart(String(places.line(finding.path, finding.range.start)), indent);
  const colour = { error: paint.error, warning: paint.warning, info: paint.quiet }[finding.severity];
  return `${gap}${line}${gap}${colour(finding.severity)} ${words.oneLine(finding.message)} (${finding.rule})`;
}

function closing(report: Report, width: number, paint: Paint): string[] {
  const [total = '', ...more] = words.totalWords(report);
  const unread = report.unread.map(({ path, why }) => `${gap}${words.oneLine(path)}: ${words.oneLine(why)}`);
  return [
    ...(unread.length > 0
      ? [paint.warning(`Not read: ${words.plural(unread.length, 'file')}`), ...unread, '']
      : []),
    paint.strong(total),
    ...more,
    ...[words.priceWords(report)].filter((line) => line !== '').map((line) => paint.quiet(fit(line, width))),
  ];
}
