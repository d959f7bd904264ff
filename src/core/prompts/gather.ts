import { compareTexts } from '../text.ts';
import type { Prompt, Segment, Text } from './prompt.ts';
import type { Call } from './request.ts';
import { movedCall } from './request/moved.ts';
import { textsIn } from './segments.ts';
import { merge } from './sighting.ts';
import type { Candidate, CandidateCall, FileReading, SiteKey } from './candidate.ts';
import { distinctTexts, wholesOf } from './wholes.ts';

/** The prompts and calls of the files asked for, with what every file read so far knows of them. */
export interface Gathered {
  readonly prompts: readonly Prompt[];
  readonly calls: readonly Call[];
  /** Prompts of other files that these calls send. */
  readonly sentAlong: readonly Prompt[];
  /** Prompt id → how many calls send it, also those of files that were not asked for. */
  readonly senders: ReadonlyMap<string, number>;
}

/** @param paths the files whose prompts are wanted. */
export function gather(readings: Iterable<FileReading>, paths: ReadonlySet<string>): Gathered {
  const bySite = new Map<SiteKey, Candidate>();
  const seen = [...readings];
  for (const candidate of seen.flatMap(({ candidates }) => candidates)) {
    const known = bySite.get(candidate.site);
    bySite.set(candidate.site, known === undefined ? candidate : merge(known, candidate));
  }
  for (const [key, candidate] of inherited(bySite)) bySite.set(key, candidate);
  const sorted = [...bySite].sort(
    ([, a], [, b]) =>
      compareTexts(a.path, b.path) || a.range.start - b.range.start || b.range.end - a.range.end,
  );
  const ids = identify(sorted);
  const everyCall = seen.flatMap((reading) => reading.calls);
  const calls = everyCall
    .filter(({ path }) => paths.has(path))
    .sort((a, b) => compareTexts(a.path, b.path) || a.range.start - b.range.start);
  const sent = new Set(calls.flatMap((call) => call.sent.flatMap(({ sites }) => sites)));
  const prompts = sorted
    .filter(([key, { path }]) => paths.has(path) || sent.has(key))
    .map(([key, candidate]) => prompt(candidate, ids.get(key) ?? key));
  const asked = prompts.filter(({ path }) => paths.has(path));
  const wholes = wholesOf(asked);
  return {
    prompts: asked.map((one) => ({ ...one, partOf: wholes.get(one.id) ?? null })),
    sentAlong: prompts.filter(({ path }) => !paths.has(path)),
    calls: calls.map((call) => namedCall(call, ids)),
    senders: sendersOf(everyCall, ids),
  };
}

function sendersOf(
  calls: readonly CandidateCall[],
  ids: ReadonlyMap<SiteKey, string>,
): ReadonlyMap<string, number> {
  const senders = new Map<string, number>();
  for (const { sent } of calls)
    for (const site of new Set(sent.flatMap(({ sites }) => sites))) {
      const id = ids.get(site);
      if (id !== undefined) senders.set(id, (senders.get(id) ?? 0) + 1);
    }
  return senders;
}

function namedCall(candidate: CandidateCall, ids: ReadonlyMap<SiteKey, string>): Call {
  const { sent, ...call } = candidate;
  const names = (site: SiteKey): readonly string[] => {
    const id = ids.get(site);
    return id === undefined ? [] : [id];
  };
  return {
    ...movedCall(call, { where: (place) => place, hole: (hole) => hole, names }),
    prompts: sent.flatMap(({ sites }) => sites.flatMap(names)),
    roles: sent.map(({ role }) => role),
  };
}

/**
 * A text that is part of a larger prompt by its name is sent by the larger one's call: it takes over what it does not
 * know itself.
 */
function inherited(bySite: ReadonlyMap<SiteKey, Candidate>): [SiteKey, Candidate][] {
  const vague = new Map<string, [SiteKey, Candidate][]>();
  for (const [key, candidate] of bySite) {
    if (candidate.sdk !== null && candidate.model !== null) continue;
    const here = vague.get(candidate.path) ?? [];
    here.push([key, candidate]);
    vague.set(candidate.path, here);
  }
  const found = new Map<SiteKey, Candidate>();
  for (const whole of bySite.values()) {
    if (whole.sdk === null || vague.size === 0) continue;
    for (const { path, range } of distinctTexts(partsOf(whole.segments)))
      for (const [key, part] of vague.get(path) ?? []) {
        if (part === whole || range.start < part.range.start || part.range.end < range.end) continue;
        const { role, sdk, model } = merge(found.get(key) ?? part, {
          ...part,
          role: whole.role,
          sdk: whole.sdk,
          model: whole.model,
        });
        found.set(key, { ...part, role, sdk, model });
      }
  }
  return [...found];
}

/** Texts that come into a prompt by a name. */
function partsOf(segments: readonly Segment[]): Text[] {
  return segments.flatMap((segment) => (segment.kind === 'text' ? [] : textsIn([segment])));
}

/** `path#names`, with a number from the second of the same name in a file on. */
function identify(sorted: readonly (readonly [SiteKey, Candidate])[]): ReadonlyMap<SiteKey, string> {
  const taken = new Map<string, number>();
  return new Map(
    sorted.map(([key, { path, names }]) => {
      const id = `${path}#${names}`;
      const count = (taken.get(id) ?? 0) + 1;
      taken.set(id, count);
      return [key, count === 1 ? id : `${id}:${count}`];
    }),
  );
}

function prompt(candidate: Candidate, id: string): Prompt {
  const { path, range, language, role, found, confidence, sdk, model, segments, volume } = candidate;
  return {
    ...{ id, path, range, language, role, found, confidence, sdk, model, segments },
    volume: volume ?? null,
    partOf: null,
  };
}
