import type { MeteredPrompt } from '../report.ts';

/** Prompts that have neither their name nor their text in common are still one where so much of their lines is. */
const leastAlike = 0.5;
/** Prompts that are compared line by line with each other; beyond it, what has another name and text is another prompt. */
const mostCompared = 200;

/** Prompt now → the prompt it was before the change, where it was there. Each is matched once. */
export type Matches = ReadonlyMap<MeteredPrompt, MeteredPrompt>;

/**
 * Finds what each prompt was before: by its id, with the path of a renamed file; then by its text, wherever that has moved;
 * then by its name in another file; then by most of its lines.
 * @param renamed path now → path before, where it is another.
 */
export function matchPrompts(
  now: readonly MeteredPrompt[],
  before: readonly MeteredPrompt[],
  renamed: ReadonlyMap<string, string>,
): Matches {
  const left = new Left(now, before);
  const oldId = ({ id, path }: MeteredPrompt) => (renamed.get(path) ?? path) + id.slice(path.length);
  left.pair(oldId, ({ id }) => id);
  const text = (prompt: MeteredPrompt) => textOf(prompt) || null;
  left.pair(text, text);
  const name = ({ id, path, role }: MeteredPrompt) => `${role} ${id.slice(path.length)}`;
  left.pair(name, name);
  if (left.now.size <= mostCompared && left.before.size <= mostCompared) left.pairAlike();
  return left.matches;
}

/** What nothing has been matched with yet. */
class Left {
  readonly matches = new Map<MeteredPrompt, MeteredPrompt>();
  readonly now: Set<MeteredPrompt>;
  readonly before: Set<MeteredPrompt>;

  constructor(now: readonly MeteredPrompt[], before: readonly MeteredPrompt[]) {
    this.now = new Set(now);
    this.before = new Set(before);
  }

  /** Matches those whose key is the only one of its kind on either side. */
  pair(
    keyNow: (prompt: MeteredPrompt) => string | null,
    keyBefore: (prompt: MeteredPrompt) => string | null,
  ): void {
    const wanted = onlyOnes(this.now, keyNow);
    const there = onlyOnes(this.before, keyBefore);
    for (const [key, prompt] of wanted) {
      const was = there.get(key);
      if (was !== undefined) this.#match(prompt, was);
    }
  }

  pairAlike(): void {
    const old = [...this.before].map((prompt) => ({ prompt, lines: linesOf(prompt) }));
    const pairs = [...this.now].flatMap((prompt) => {
      const lines = linesOf(prompt);
      return old.map((other) => ({ prompt, was: other.prompt, alike: likeness(lines, other.lines) }));
    });
    for (const { prompt, was, alike } of pairs.sort((a, b) => b.alike - a.alike))
      if (alike >= leastAlike && this.now.has(prompt) && this.before.has(was)) this.#match(prompt, was);
  }

  #match(prompt: MeteredPrompt, was: MeteredPrompt): void {
    this.matches.set(prompt, was);
    this.now.delete(prompt);
    this.before.delete(was);
  }
}

/** What a model would see of a prompt, with a mark for each hole. */
export function textOf({ segments }: Pick<MeteredPrompt, 'segments'>): string {
  return segments.map((segment) => (segment.kind === 'text' ? segment.text : '\u0000')).join('');
}

function onlyOnes(
  prompts: Iterable<MeteredPrompt>,
  key: (prompt: MeteredPrompt) => string | null,
): ReadonlyMap<string, MeteredPrompt> {
  const found = new Map<string, MeteredPrompt | null>();
  for (const prompt of prompts) {
    const own = key(prompt);
    if (own !== null) found.set(own, found.has(own) ? null : prompt);
  }
  return new Map([...found].flatMap(([own, prompt]) => (prompt === null ? [] : [[own, prompt] as const])));
}

function linesOf(prompt: MeteredPrompt): ReadonlySet<string> {
  const parts = textOf(prompt).split(/\n|(?<=[.!?;:])\s+/);
  return new Set(parts.map((line) => line.trim()).filter((line) => line.length > 1));
}

/** Part of all lines that stand on both sides, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((line) => b.has(line)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
