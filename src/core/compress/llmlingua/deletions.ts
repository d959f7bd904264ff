import type { Range } from '../../text.ts';
import type { Line } from '../layout.ts';
import type { Sentence, Unit } from './units.ts';

/**
 * What to take out of a text so that the units that go are gone, and what is left still reads: with the blank in front of
 * each word, with brackets that hold nothing any more, without commas that follow nothing, and whole lines where nothing is left.
 * @param stays of a unit that may go. @returns in order, apart from each other.
 */
export function deletionsOf(
  text: string,
  sentences: readonly Sentence[],
  stays: (unit: Unit) => boolean,
): Range[] {
  const byLine = new Map<Line, Sentence[]>();
  for (const sentence of sentences) {
    const known = byLine.get(sentence.line);
    if (known === undefined) byLine.set(sentence.line, [sentence]);
    else known.push(sentence);
  }
  return [...byLine].flatMap(([line, own]) => ofLine(text, line, own, stays));
}

function ofLine(
  text: string,
  line: Line,
  sentences: readonly Sentence[],
  stays: (unit: Unit) => boolean,
): Range[] {
  const gone = new Set(sentences.flatMap(({ units }) => goneOf(text, units, stays)));
  if (gone.size === 0) return [];
  const units = sentences.flatMap((sentence) => sentence.units);
  const runs = runsOf(text, line, units, gone);
  const left = leftOf(text, line, runs);
  if (left.trim() !== '') return runs;
  // a list item that says nothing any more would still be an item
  if (text.slice(line.start, line.content).trim() !== '') return [];
  return [{ start: line.start, end: Math.min(line.end + 1, text.length) }];
}

function goneOf(text: string, units: readonly Unit[], stays: (unit: Unit) => boolean): readonly Unit[] {
  const gone = new Set(units.filter((unit) => unit.hold === 'loose' && !stays(unit)));
  if (gone.size === 0) return [];
  const saysNothing = (some: readonly Unit[]): boolean =>
    some.every((unit) => gone.has(unit) || (unit.hold !== 'firm' && !unit.isWord));
  if (saysNothing(units)) return units;
  for (const [open, close] of bracketsOf(text, units)) {
    const pair = units.slice(open, close + 1);
    if (pair.some((unit) => gone.has(unit)) && saysNothing(pair)) for (const unit of pair) gone.add(unit);
  }
  const left = units.filter((unit) => !gone.has(unit));
  let before: Unit | undefined;
  for (const [i, unit] of left.entries()) {
    const isLooseComma = text[unit.start] === ',' && unit.hold === 'loose';
    if (isLooseComma && !mayPart(text, before, left[i + 1])) gone.add(unit);
    else before = unit;
  }
  return [...gone];
}

/** Brackets in brackets; whoever writes more of them writes no prose. */
const deepest = 4;

/** Pairs of brackets, as places in the list of units; the inner ones first. */
function bracketsOf(text: string, units: readonly Unit[]): (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [i, { start }] of units.entries()) {
    if (text[start] === '(') open.push(i);
    const from = text[start] === ')' ? open.pop() : undefined;
    if (from !== undefined && open.length < deepest) pairs.push([from, i]);
  }
  return pairs;
}

/** Whether a comma has something to part from something. */
function mayPart(text: string, before: Unit | undefined, after: Unit | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return !/[,(:;]/.test(text[before.end - 1] ?? '') && !/[,.!?:;)]/.test(text[after.start] ?? '');
}

/** The units that go, those that follow one another as one, each with the blank that it leaves behind. */
function runsOf(text: string, line: Line, units: readonly Unit[], gone: ReadonlySet<Unit>): Range[] {
  const runs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const unit of units) {
    if (!gone.has(unit)) open = null;
    else if (open !== null && text.slice(open.end, unit.start).trim() === '') open.end = unit.end;
    else runs.push((open = { start: unit.start, end: unit.end }));
  }
  return runs.map(({ start, end }) => {
    let from = start;
    while (from > line.content && isBlank(text[from - 1])) from--;
    if (from > line.content && from < start) return { start: from, end };
    // a comma leaves the blank behind it to the words that it parted
    if (start > line.content && text[start - 1] !== '(') return { start, end };
    let to = end;
    while (to < line.end && isBlank(text[to])) to++;
    return { start, end: to };
  });
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

function leftOf(text: string, line: Line, runs: readonly Range[]): string {
  let at = line.content;
  let left = '';
  for (const { start, end } of runs) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at, line.end);
}
