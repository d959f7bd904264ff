import type { Range } from '../text.ts';
import type { Prompt, Segment, Text } from './prompt.ts';

/**
 * The prompts all of whose text stands in a larger one too, each with the id of that one: the two count once. A text
 * that the larger one has only sometimes does not stand in it.
 */
export function wholesOf(prompts: readonly Omit<Prompt, 'partOf'>[]): ReadonlyMap<string, string> {
  const standing = new Standing();
  const sizes = new Map<string, number>();
  const texts = prompts.map(({ id, segments }) => {
    const own = textsOf(segments);
    sizes.set(
      id,
      own.reduce((sum, { text }) => sum + text.length, 0),
    );
    const distinct = distinctTexts(own);
    for (const text of distinct) standing.add(id, text);
    return { id, own: distinct };
  });
  const found = new Map<string, string>();
  for (const { id, own } of texts) {
    const whole = holdersOf(own, standing)
      .filter((other) => other !== id && isLarger(other, id, sizes, found))
      .sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))[0];
    if (whole !== undefined) found.set(id, whole);
  }
  return found;
}

/** A prompt can have the same text many times over: what comes in by a name can come in again. */
export function distinctTexts(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [keyOf(text), text])).values()];
}

function keyOf({ path, range }: Pick<Text, 'path' | 'range'>): string {
  return `${range.start}:${range.end}:${path}`;
}

/** A stretch of a file that prompts have as their text. */
interface Stretch {
  readonly range: Range;
  readonly ids: Set<string>;
  /** The furthest end of this stretch and all that begin before it. */
  reach: number;
}

/** Where in the files the texts of which prompts stand. Texts seldom overlap, so that looking around one is short. */
class Standing {
  readonly #stretches = new Map<string, Map<string, Stretch>>();
  readonly #sorted = new Map<string, readonly Stretch[]>();
  readonly #around = new Map<string, ReadonlySet<string>>();

  add(id: string, text: Text): void {
    const inFile = this.#stretches.get(text.path) ?? new Map<string, Stretch>();
    const key = keyOf(text);
    const stretch = inFile.get(key) ?? { range: text.range, ids: new Set(), reach: 0 };
    stretch.ids.add(id);
    this.#stretches.set(text.path, inFile.set(key, stretch));
  }

  /** The prompts with a text in which this one stands. Asked when all are added. */
  around(text: Text): ReadonlySet<string> {
    const key = keyOf(text);
    const known = this.#around.get(key);
    if (known !== undefined) return known;
    const { start, end } = text.range;
    const sorted = this.#inOrder(text.path);
    const ids = new Set<string>();
    for (let i = lastFrom(sorted, start); i >= 0; i--) {
      const stretch = sorted[i];
      if (stretch === undefined || stretch.reach < end) break;
      if (end <= stretch.range.end) for (const id of stretch.ids) ids.add(id);
    }
    this.#around.set(key, ids);
    return ids;
  }

  #inOrder(path: string): readonly Stretch[] {
    const known = this.#sorted.get(path);
    if (known !== undefined) return known;
    const sorted = [...(this.#stretches.get(path)?.values() ?? [])].sort(
      (a, b) => a.range.start - b.range.start,
    );
    let reach = 0;
    for (const stretch of sorted) stretch.reach = reach = Math.max(reach, stretch.range.end);
    this.#sorted.set(path, sorted);
    return sorted;
  }
}

/** The last of the stretches that begin at `start` or before; -1 if none does. */
function lastFrom(sorted: readonly Stretch[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.range.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The prompts that have every one of some texts. */
function holdersOf(texts: readonly Text[], standing: Standing): string[] {
  const [fewest, ...others] = texts.map((text) => standing.around(text)).sort((a, b) => a.size - b.size);
  return [...(fewest ?? [])].filter((id) => others.every((ids) => ids.has(id)));
}

/** Of two with the same text the one that was asked first is the whole. */
function isLarger(
  other: string,
  id: string,
  sizes: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, string>,
): boolean {
  const [theirs, own] = [sizes.get(other) ?? 0, sizes.get(id) ?? 0];
  return theirs > own || (theirs === own && found.get(other) !== id && !found.has(other));
}

/** All texts that are always there, those included that come in by a name. */
function textsOf(segments: readonly Segment[], depth = 0): Text[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'text') return segment.text === '' ? [] : [segment];
    const [always, ...others] = segment.arms ?? [];
    return always === undefined || others.length > 0 || depth >= deepest ? [] : textsOf(always, depth + 1);
  });
}

const deepest = 20;
