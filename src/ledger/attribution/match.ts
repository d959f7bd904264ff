import type { PromptPrints } from './promptPrints.ts';
import { isSampled } from './sketch.ts';

/** A prompt as it reads now, or as it once did. */
export type Version = Pick<PromptPrints, 'prompt' | 'isSystem' | 'whole' | 'runs'>;

/** Fewer runs than these (eight words between holes) stand in many texts. */
const fewestRuns = 4;
/** Part of a prompt's runs that must be in the request. Not all: a part of it may be sent under a condition. */
const enough = 0.8;
/** The same of the runs that no other prompt has, without which it is another prompt with the same opening. */
const enoughOfItsOwn = 0.5;
/** Sampled runs of a long text that are enough to go by. */
const fewestSampled = 5;

interface Candidate {
  readonly version: Version;
  /** Runs of the request that are the prompt's. */
  runs: number;
  sampled: number;
  own: number;
}

/** Tells by the sums of a request which prompts were sent. Versions of one prompt count as one. */
export class PromptIndex {
  readonly #byRun = new Map<number, number[]>();
  readonly #byWhole = new Map<number, number[]>();
  readonly #versions: readonly Version[];
  /** Of each version: how many of its runs are sampled, and how many are in no other prompt. */
  readonly #counts: readonly { readonly sampled: number; readonly own: number }[];

  constructor(versions: readonly Version[]) {
    this.#versions = versions;
    for (const [i, { whole, runs }] of versions.entries()) {
      for (const run of runs) listed(this.#byRun, run).push(i);
      if (whole !== null) listed(this.#byWhole, whole).push(i);
    }
    this.#counts = versions.map(({ runs }) => ({
      sampled: runs.filter(isSampled).length,
      own: runs.filter((run) => this.#isOwn(run)).length,
    }));
  }

  /** Ids of the prompts that a request was made of. The first is the one it is charged to. */
  match(prints: Iterable<number>): string[] {
    const found = new Map<number, Candidate>();
    const wholes = new Set<number>();
    for (const print of prints) {
      for (const i of this.#byWhole.get(print) ?? []) wholes.add(i);
      const versions = this.#byRun.get(print);
      if (versions === undefined) continue;
      const isOwn = this.#isOwn(print);
      for (const i of versions) {
        const candidate = this.#candidate(found, i);
        candidate.runs++;
        if (isSampled(print)) candidate.sampled++;
        if (isOwn) candidate.own++;
      }
    }
    for (const i of wholes) this.#candidate(found, i);
    const fitting = [...found].filter(([i, candidate]) => wholes.has(i) || this.#fits(i, candidate));
    const ranked = fitting.sort(
      ([i, a], [j, b]) => rank(b, wholes.has(j)) - rank(a, wholes.has(i)) || byId(a, b),
    );
    return [...new Set(ranked.map(([, { version }]) => version.prompt))];
  }

  #candidate(found: Map<number, Candidate>, i: number): Candidate {
    const known = found.get(i);
    if (known !== undefined) return known;
    const version = this.#versions[i];
    if (version === undefined) throw new RangeError(`version ${i} of ${this.#versions.length}`);
    const candidate = { version, runs: 0, sampled: 0, own: 0 };
    found.set(i, candidate);
    return candidate;
  }

  #fits(i: number, { version, runs, sampled, own }: Candidate): boolean {
    const all = version.runs.length;
    if (runs < fewestRuns) return false;
    if (runs === all) return true;
    const counts = this.#counts[i] ?? { sampled: 0, own: 0 };
    const bySample = counts.sampled >= fewestSampled && sampled >= counts.sampled * enough;
    if (runs < all * enough && !bySample) return false;
    // What was sampled of the request is as small a part of the prompt's own runs.
    const expected = counts.own * Math.min(1, runs / all);
    return own >= expected * enoughOfItsOwn;
  }

  /** In the versions of one prompt only. */
  #isOwn(run: number): boolean {
    const versions = this.#byRun.get(run) ?? [];
    const [first] = versions;
    if (first === undefined) return false;
    return versions.every((i) => this.#versions[i]?.prompt === this.#versions[first]?.prompt);
  }
}

/** A system prompt first, then the one of which there is most. */
function rank({ version, runs }: Candidate, isWhole: boolean): number {
  return (version.isSystem ? 1e9 : 0) + runs + (isWhole ? 0.5 : 0);
}

function byId(a: Candidate, b: Candidate): number {
  if (a.version.prompt === b.version.prompt) return 0;
  return a.version.prompt < b.version.prompt ? -1 : 1;
}

function listed(map: Map<number, number[]>, key: number): number[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: number[] = [];
  map.set(key, list);
  return list;
}
