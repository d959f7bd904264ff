import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { evaluate } from './evaluate.ts';
import type { Memory } from './memory.ts';
import type { Segment } from './prompt.ts';
import { readProse, type Reading } from './prose.ts';
import { knownText } from './segments.ts';
import type { Trail } from './trail.ts';

/** What string expressions say. Several kinds of evidence ask about the same one, which is evaluated and read once. */
export class Texts {
  readonly #trail: () => Trail;
  readonly #memory: Memory;
  readonly #segments = new Map<SyntaxNode, readonly Segment[]>();
  readonly #tangled = new Set<SyntaxNode>();
  readonly #readings = new Map<SyntaxNode, Reading | null>();

  constructor(trail: () => Trail, memory: Memory) {
    this.#trail = trail;
    this.#memory = memory;
  }

  segments(place: Place): readonly Segment[] {
    const known = this.#segments.get(place.node);
    if (known !== undefined) return known;
    const trail = this.#trail();
    const segments = evaluate(place, trail);
    this.#segments.set(place.node, segments);
    if (trail.isSpent) this.#tangled.add(place.node);
    return segments;
  }

  /** Whether it was given up before its end: it takes more steps than anybody writes. */
  isTangled(place: Place): boolean {
    this.segments(place);
    return this.#tangled.has(place.node);
  }

  /** See `knownText`. */
  known(place: Place): string {
    return knownText(this.segments(place));
  }

  /** What its known text reads like. */
  reading(place: Place): Reading | null {
    const known = this.#readings.get(place.node);
    if (known !== undefined) return known;
    const reading = this.#memory.about('prose', place, () => readProse(this.known(place)), null);
    this.#readings.set(place.node, reading);
    return reading;
  }
}

/** Whether what comes into a text by a name is text of its own, by its length, and no value in it. */
export function isTextOfItsOwn(place: Place, texts: Texts): boolean {
  return wordsOf(place, texts) >= fewestOfText;
}

/** Whether what is added to a text says something itself, and does not only open or close what comes between. */
export function isPiece(place: Place, texts: Texts): boolean {
  const plain = texts.known(place).replace(/<[^<>\n]{1,80}>/g, ' ');
  return /\p{L}{2}/u.test(plain) && wordsOf(place, texts) > 0;
}

/** The words of what reads like prose. */
export function wordsOf(place: Place, texts: Texts): number {
  return texts.reading(place)?.words ?? 0;
}

/** Words below which a part of a text is a value in it, unless something else tells. */
const fewestOfText = 8;
