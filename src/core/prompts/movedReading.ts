import type { Range } from '../text.ts';
import { siteAt, type Candidate, type CandidateCall, type SiteKey } from './candidate.ts';
import type { Shift } from './memory.ts';
import type { Hole, Segment, Text } from './prompt.ts';
import { movedCall, type Move } from './request/moved.ts';

/** How what was told of a file by some offsets is told by others. */
export interface Offsets {
  readonly path: string;
  range(range: Range): Range;
  /** Of a text of this file. */
  map(text: Text): readonly number[];
}

/** Of a file that was edited. @param shift where what stood at an offset stands now; what stands together stays so. */
export function shifted(path: string, shift: Shift): Offsets {
  return {
    path,
    // the end of a statement need not move with the beginning of the next
    range: ({ start, end }) => {
      const by = shift(end - 1) - (end - 1);
      return by === 0 ? { start, end } : { start: start + by, end: end + by };
    },
    map: ({ map, range }) => {
      const by = shift(range.start) - range.start;
      return by === 0 ? map : map.map((offset, i) => (i % 2 === 0 ? offset : offset + by));
    },
  };
}

export function movedCandidate(candidate: Candidate, to: Offsets): Candidate {
  const segments = candidate.segments.map((one) => movedSegment(one, to));
  if (candidate.path !== to.path) return { ...candidate, segments };
  return {
    ...candidate,
    site: movedSite(candidate.site, to),
    range: to.range(candidate.range),
    segments,
    volume: candidate.volume && { ...candidate.volume, range: to.range(candidate.volume.range) },
  };
}

export function movedCandidateCall(call: CandidateCall, to: Offsets): CandidateCall {
  const site = (key: SiteKey): SiteKey => movedSite(key, to);
  const move: Move = {
    where: (place) => (place.path === to.path ? { path: place.path, range: to.range(place.range) } : place),
    hole: (hole) => movedHole(hole, to),
    names: (key) => [site(key)],
  };
  return {
    ...movedCall(call, move),
    sent: call.sent.map((message) => ({ ...message, sites: message.sites.map(site) })),
  };
}

function movedSite(key: SiteKey, { path, range }: Offsets): SiteKey {
  const [, file, start, end] = /^(.*):(\d+):(\d+)$/s.exec(key) ?? [];
  return file === path ? siteAt(path, range({ start: Number(start), end: Number(end) })) : key;
}

function movedSegment(segment: Segment, to: Offsets): Segment {
  if (segment.kind === 'hole') return movedHole(segment, to);
  if (segment.path !== to.path) return segment;
  return { ...segment, range: to.range(segment.range), map: to.map(segment) };
}

function movedHole(hole: Hole, to: Offsets): Hole {
  const arms = hole.arms?.map((arm) => arm.map((one) => movedSegment(one, to)));
  return { ...hole, ...(hole.path === to.path && { range: to.range(hole.range) }), ...(arms && { arms }) };
}
