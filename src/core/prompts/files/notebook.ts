import { sourceOffset, type Decoded } from '../../source/decoded.ts';
import type { Range } from '../../text.ts';
import { siteAt, type FileReading, type SiteKey } from '../detect.ts';
import type { Hole, Segment } from '../prompt.ts';
import { movedCall } from '../request/moved.ts';
import { suppressionsInText } from '../suppressions.ts';

/**
 * Moves what was read of a notebook's code to where the code stands in the file.
 * @param code the cells' code and the place of each of its characters in `raw`.
 */
export function inNotebook(reading: FileReading, path: string, code: Decoded, raw: string): FileReading {
  const range = (at: Range): Range => moved(at, code, raw);
  const site = (key: SiteKey): SiteKey => {
    const [, file, start, end] = /^(.*):(\d+):(\d+)$/s.exec(key) ?? [];
    if (file !== path) return key;
    return siteAt(path, range({ start: Number(start), end: Number(end) }));
  };
  const segment = (one: Segment): Segment => {
    if (one.kind === 'text')
      return one.path === path ? { ...one, range: range(one.range), map: composed(one, code) } : one;
    return movedHole(one);
  };
  const movedHole = (hole: Hole): Hole => {
    const arms = hole.arms?.map((arm) => arm.map(segment));
    return { ...hole, ...(hole.path === path && { range: range(hole.range) }), ...(arms && { arms }) };
  };
  return {
    candidates: reading.candidates.map((candidate) =>
      candidate.path === path
        ? {
            ...candidate,
            language: 'notebook',
            site: site(candidate.site),
            range: range(candidate.range),
            segments: candidate.segments.map(segment),
            volume: candidate.volume && { ...candidate.volume, range: range(candidate.volume.range) },
          }
        : { ...candidate, segments: candidate.segments.map(segment) },
    ),
    calls: reading.calls.map((call) => ({
      ...movedCall(call, {
        where: (place) => (place.path === path ? { path, range: range(place.range) } : place),
        hole: (hole) => movedHole(hole),
        names: (key) => [site(key)],
      }),
      sent: call.sent.map((message) => ({ ...message, sites: message.sites.map(site) })),
    })),
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
