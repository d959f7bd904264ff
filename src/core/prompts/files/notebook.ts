import { sourceOffset, type Decoded } from '../../source/decoded.ts';
import type { Range } from '../../text.ts';
import type { FileReading } from '../candidate.ts';
import { movedCandidate, movedCandidateCall, type Offsets } from '../movedReading.ts';
import { suppressionsInText } from '../suppressions.ts';

/**
 * Moves what was read of a notebook's code to where the code stands in the file.
 * @param code the cells' code and the place of each of its characters in `raw`.
 */
export function inNotebook(reading: FileReading, path: string, code: Decoded, raw: string): FileReading {
  const to: Offsets = { path, range: (at) => moved(at, code, raw), map: (text) => composed(text, code) };
  return {
    candidates: reading.candidates.map((candidate) => {
      const there = movedCandidate(candidate, to);
      return candidate.path === path ? { ...there, language: 'notebook' } : there;
    }),
    calls: reading.calls.map((call) => movedCandidateCall(call, to)),
    // each line of a cell has a line of its own in the file
    suppressions: suppressionsInText(path, raw),
  };
}

function moved({ start, end }: Range, code: Decoded, raw: string): Range {
  const from = sourceOffset(code, start);
  if (end <= start) return { start: from, end: from };
  const last = sourceOffset(code, end - 1);
  // the last character may be written as an escape
  const escape = raw[last + 1] === 'u' ? 6 : 2;
  return { start: from, end: last + (raw[last] === '\\' ? escape : 1) };
}

/** Offsets of a text in the code → offsets in the file: a run ends wherever one of the code's does. */
function composed({ map, text }: Pick<Decoded, 'map' | 'text'>, code: Decoded): number[] {
  const out: number[] = [];
  for (let i = 0; i < map.length; i += 2) {
    const from = map[i] ?? 0;
    const at = map[i + 1] ?? 0;
    const length = (map[i + 2] ?? text.length) - from;
    out.push(from, sourceOffset(code, at));
    for (let run = runAfter(code.map, at); (code.map[run] ?? Infinity) < at + length; run += 2)
      out.push(from + (code.map[run] ?? 0) - at, code.map[run + 1] ?? 0);
  }
  return out;
}

/** The first run that begins behind an offset, as an index of the map. */
function runAfter(map: readonly number[], offset: number): number {
  let low = 0;
  let high = map.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle * 2] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
