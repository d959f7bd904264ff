import type { MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import { barWidth, drawn, mapBar, mapWords } from './cacheMap.ts';
import { fit, padStart, widthOf } from './columns.ts';
import { monthWords } from './month.ts';
import { callRow, gap, headings, promptRow, rowText, type Widths } from './rows.ts';
import {
  closing,
  findingLines,
  narrowestDetail,
  pageOf,
  type Page,
  type TerminalOptions,
} from './terminalPage.ts';
import * as words from './words.ts';

/** Report → a table of the prompts, file by file, with what breaks caches and what was not read. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const page = pageOf(report, options);
  const named = [...report.prompts, ...report.calls, ...report.findings].map(({ path }) => path);
  const paths = [...new Set(named)].sort();
  const head = paths.length === 0 ? [] : [page.paint.quiet(rowText(headings, page.widths)), ''];
  return [...head, ...paths.flatMap((path) => fileLines(path, page)), ...closing(page), ''].join('\n');
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
    const map = mapLines(call, page);
    const more = [...pictureLines(call, page), ...monthLines(call, page)];
    const isPlaced = head.length + map.length > 0;
    const lines = [...head, ...map, ...(isPlaced ? more : placed(more, call, page))].map(paint.quiet);
    if (lines.length > 0) blocks.push({ start: call.range.start, lines });
  }
  for (const finding of report.findings.filter((one) => one.path === path))
    blocks.push({ start: finding.range.start, lines: findingLines(finding, page) });
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

/** Lines of a call that has no other, with its own line before the first. */
function placed([first, ...more]: readonly string[], { path, range }: MeteredCall, page: Page): string[] {
  if (first === undefined) return [];
  const line = padStart(String(page.places.line(path, range.start)), page.widths.line);
  return [gap + line + gap + first.trimStart(), ...more];
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
