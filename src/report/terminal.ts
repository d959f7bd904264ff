import type { BudgetResult } from '../core/budgets/check.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { Finding, MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import { budgetNumbers, subjectWords } from './budgets.ts';
import { barWidth, drawn, mapBar, mapWords } from './cacheMap.ts';
import { fit, padEnd, padStart, widthOf } from './columns.ts';
import { coloured, plain, type Paint } from './paint.ts';
import { Places } from './place.ts';
import { callRow, gap, headings, promptRow, rowsOf, rowText, widthsOf, type Widths } from './rows.ts';
import { monthWords } from './month.ts';
import * as words from './words.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colours: boolean;
}

/** What every line of a report needs to know. */
interface Page {
  readonly report: Report;
  readonly places: Places;
  readonly widths: Widths;
  readonly width: number;
  readonly paint: Paint;
  readonly money: Money;
}

/** Details are readable down to this many columns; a narrower terminal wraps them. */
const narrowestDetail = 20;

/** Report → a table of the prompts, file by file, with what breaks caches and what was not read. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const page = pageOf(report, options);
  const named = [...report.prompts, ...report.calls, ...report.findings].map(({ path }) => path);
  const paths = [...new Set(named)].sort();
  const head = paths.length === 0 ? [] : [page.paint.quiet(rowText(headings, page.widths)), ''];
  return [...head, ...paths.flatMap((path) => fileLines(path, page)), ...closing(page), ''].join('\n');
}

/** Budgets → one line each, and what was looked at. */
export function terminalBudgets(
  report: Report,
  budgets: readonly BudgetResult[],
  options: TerminalOptions,
): string {
  const page = pageOf(report, options);
  const numbers = budgets.map((result) => budgetNumbers(result, page.money));
  const longest = Math.max(0, ...numbers.map(widthOf));
  const verdict = Math.max(0, ...budgets.map(({ status }) => status.length));
  const lines = budgets.map((result, i) => {
    const { status } = result;
    const room = Math.max(narrowestDetail, options.width - longest - verdict - 2 * gap.length);
    return [
      verdicts(page.paint)[status](padEnd(status, verdict)),
      padStart(numbers[i] ?? '', longest),
      fit(words.oneLine(subjectWords(result, report, page.places)), room),
    ].join(gap);
  });
  return [...lines, ...(lines.length > 0 ? [''] : []), ...gateFindings(page), ...closing(page), ''].join(
    '\n',
  );
}

/** What the rules find, file by file; what is information only is counted and not shown. */
function gateFindings(page: Page): string[] {
  const { report, paint } = page;
  const shown = report.findings.filter(({ severity }) => severity !== 'info');
  const notes = report.findings.length - shown.length;
  const paths = [...new Set(shown.map(({ path }) => path))];
  return [
    ...paths.flatMap((path) => [
      paint.strong(words.oneLine(path)),
      ...shown.filter((finding) => finding.path === path).map((finding) => findingLine(finding, page)),
      '',
    ]),
    ...(notes === 0 ? [] : [paint.quiet(`${words.plural(notes, 'note')} of the rules: promptmeter scan`)]),
  ];
}

function pageOf(report: Report, { width, colours }: TerminalOptions): Page {
  const places = new Places(report);
  const widths = widthsOf(rowsOf(report, places), width);
  const money = moneyIn(report.currency);
  return { report, places, widths, width, paint: colours ? coloured : plain, money };
}

function verdicts({ error, warning, quiet }: Paint): Record<BudgetResult['status'], Paint['error']> {
  return { exceeded: error, inherited: warning, exempt: warning, uncheckable: warning, within: quiet };
}

/** What stands in a file, in the order in which it stands there. */
function fileLines(path: string, page: Page): string[] {
  const { report, places, widths, paint, money } = page;
  const blocks: { readonly start: number; readonly lines: readonly string[] }[] = [];
  for (const prompt of report.prompts.filter((one) => one.path === path)) {
    const lines = [rowText(promptRow(prompt, places, money), widths), ...detailLines(prompt, page)];
    blocks.push({ start: prompt.range.start, lines });
  }
  for (const call of report.calls.filter((one) => one.path === path)) {
    const row = callRow(call, places, money);
    const head = row === null ? [] : [rowText(row, widths), ...toolLines(call, page)];
    const lines = [
      ...head,
      ...mapLines(call, page),
      ...pictureLines(call, page),
      ...monthLines(call, page),
    ].map(paint.quiet);
    if (lines.length > 0) blocks.push({ start: call.range.start, lines });
  }
  for (const finding of report.findings.filter((one) => one.path === path))
    blocks.push({ start: finding.range.start, lines: [findingLine(finding, page)] });
  if (blocks.length === 0) return [];
  const lines = blocks.sort((a, b) => a.start - b.start).flatMap((block) => block.lines);
  return [paint.strong(words.oneLine(path)), ...lines, ''];
}

function detailLines(prompt: MeteredPrompt, page: Page): string[] {
  const { report, widths, width, paint } = page;
  const { margin, room } = detailRoom(widths, width);
  const holes = prompt.segments.filter((segment) => segment.kind === 'hole');
  return [
    ...(isToldByRule(prompt, report) ? [] : breakLines(prompt, page, room)).map(
      (line) => margin + paint.warning(line),
    ),
    ...(holes.length === 0
      ? []
      : [margin + paint.quiet(listLine('holes', holes.map(words.holeWords), room))]),
  ];
}

/** A finding at the hole says where the cache breaks, and more. */
function isToldByRule({ id, cache, segments }: MeteredPrompt, { findings }: Report): boolean {
  const hole = cache?.breaksAt === null ? undefined : segments[cache?.breaksAt ?? -1];
  return findings.some(
    ({ prompt, path, range }) => prompt === id && path === hole?.path && range.start === hole.range.start,
  );
}

/** Where the cache breaks and what that costs, on one line where both fit. */
function breakLines(prompt: MeteredPrompt, { places, money }: Page, room: number): string[] {
  const broken = words.breakWords(prompt, places, money);
  if (broken === null) return [];
  const { where, loss } = broken;
  const both = `${where}, ${loss}`;
  if (loss === '') return [fit(where, room)];
  return widthOf(both) <= room ? [both] : [fit(where, room), fit(`  ${loss}`, room)];
}

/** How the provider's cache serves a call, where there is anything to cache. */
function mapLines(call: MeteredCall, { widths, width, places, money }: Page): string[] {
  const { path, range } = call;
  const map = drawn(call.map);
  if (map === null) return [];
  const { margin, room } = detailRoom(widths, width);
  const line = padStart(String(places.line(path, range.start)), widths.line);
  const [first = '', ...more] = mapWords(map, places, money);
  const head = `cache ${mapBar(map, barWidth)} ${first}`;
  const whole = [head, ...more].join(' · ');
  const told = widthOf(whole) <= room ? [whole] : [head, ...more.map((part) => `  ${part}`)];
  return told.map((part, i) => (i === 0 ? `${gap}${line}${gap}` : margin) + fit(part, room));
}

/** What each tool of a call costs whenever the call is made. */
function toolLines({ tools }: MeteredCall, { widths, width }: Page): string[] {
  if (tools === null || tools.length === 0) return [];
  const { margin, room } = detailRoom(widths, width);
  return [margin + listLine('tools, on every call', tools.map(words.toolWords), room)];
}

/** What the pictures of a call do to its numbers. */
function pictureLines({ pictures }: MeteredCall, { widths, width }: Page): string[] {
  if (pictures.all === 0) return [];
  const { margin, room } = detailRoom(widths, width);
  return [margin + fit(words.picturesWords(pictures), room)];
}

/** A month of a volume that somebody stated. */
function monthLines({ bill, inputTokens }: MeteredCall, { money, widths, width }: Page): string[] {
  if (!bill?.month || inputTokens === null) return [];
  const { margin, room } = detailRoom(widths, width);
  const { sum, terms } = monthWords(bill.month, inputTokens, money);
  return [sum, `  ${terms}`].map((line) => margin + fit(line, room));
}

function detailRoom(widths: Widths, width: number): { margin: string; room: number } {
  const margin = ' '.repeat(gap.length * 2 + widths.line);
  return { margin, room: Math.max(narrowestDetail, width - margin.length) };
}

/** As many as fit on the line; how many do not is said. */
function listLine(name: string, items: readonly string[], room: number): string {
  const all = [...new Set(items)];
  const more = (shown: number) => (shown === all.length ? '' : ` and ${all.length - shown} more`);
  for (let shown = all.length; shown > 1; shown--) {
    const line = `${name}: ${all.slice(0, shown).join(' · ')}${more(shown)}`;
    if (widthOf(line) <= room) return line;
  }
  return fit(`${name}: ${all[0] ?? ''}`, room - more(1).length) + more(1);
}

function findingLine(finding: Finding, { places, widths, paint }: Page): string {
  const line = padStart(String(places.line(finding.path, finding.range.start)), widths.line);
  const colour = { error: paint.error, warning: paint.warning, info: paint.quiet }[finding.severity];
  return [gap + line, `${colour(finding.severity)} ${words.oneLine(finding.message)} (${finding.rule})`].join(
    gap,
  );
}

function closing({ report, width, paint }: Page): string[] {
  const [total = '', ...more] = words.totalWords(report);
  const unread = report.unread.map(({ path, why }) => `${gap}${words.oneLine(path)}: ${words.oneLine(why)}`);
  const prices = words.priceWords(report);
  return [
    ...(unread.length > 0
      ? [paint.warning(`Not read: ${words.plural(unread.length, 'file')}`), ...unread, '']
      : []),
    paint.strong(total),
    ...more,
    ...(prices === '' ? [] : [paint.quiet(fit(prices, width))]),
  ];
}
