import type { Prompt, Segment, Text } from './prompt.ts';

/**
 * The prompts all of whose text stands in a larger one too, each with the id of that one: the two count once. A text
 * that the larger one has only sometimes does not stand in it.
 */
export function wholesOf(prompts: readonly Omit<Prompt, 'partOf'>[]): ReadonlyMap<string, string> {
  const standing = new Map<string, Standing[]>();
  const sizes = new Map<string, number>();
  const texts = prompts.map(({ id, segments }) => {
    const own = textsOf(segments);
    sizes.set(
      id,
      own.reduce((sum, { text }) => sum + text.length, 0),
    );
    for (const { path, range } of own) {
      const here = standing.get(path) ?? [];
      here.push({ id, start: range.start, end: range.end });
      standing.set(path, here);
    }
    return { id, own };
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

/** A text of a prompt, where it stands in its file. */
interface Standing {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The prompts that have every one of some texts. */
function holdersOf(texts: readonly Text[], standing: ReadonlyMap<string, readonly Standing[]>): string[] {
  let holders: Set<string> | null = null;
  for (const { path, range } of texts) {
    const around = (standing.get(path) ?? []).filter(
      ({ start, end }) => start <= range.start && range.end <= end,
    );
    const ids = new Set(around.map(({ id }) => id));
    const before: Set<string> = holders ?? ids;
    holders = new Set([...before].filter((id) => ids.has(id)));
  }
  return [...(holders ?? [])];
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
