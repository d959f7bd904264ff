import type { Level } from './lexicon.ts';

/** How words may be said with fewer. */
export interface Shortening {
  readonly level: Level;
  /**
   * Where a sentence begins, what follows taking the capital over; where its main clause begins, behind a clause with its
   * comma; at both; where a mark or nothing follows; or anywhere.
   */
  readonly at: 'start' | 'main' | 'clause' | 'end' | 'anywhere';
  /** A number or a placeholder must follow. */
  readonly beforeNumber?: true;
  /** A colon must follow. */
  readonly beforeColon?: true;
  /** Words that would be left hanging, or belong to another one, if they came later in the sentence. */
  readonly notBefore?: readonly string[];
  /** Words one of which must follow at once. */
  readonly onlyBefore?: Pick<ReadonlySet<string>, 'has'>;
  /** Words one of which, or a comma, must stand right before it. */
  readonly onlyBehind?: readonly string[];
  /** What it goes on with must not say when: "if the boat is late and". */
  readonly notBehindTime?: true;
  /** Words behind which it is spoken of, and not said. */
  readonly notBehind?: readonly string[];
}

/** Words that may be said with fewer. */
export interface Phrase extends Shortening {
  /** Lower case, one space between words. */
  readonly from: string;
  /** Empty where nothing is lost without it. */
  readonly to: string;
}

/** Phrases that differ in a word here and there: one way of each place, one behind the other. */
export interface PhraseFamily extends Shortening {
  /** At the first one something always stands. */
  readonly places: readonly Place[];
}

/** What may stand at one place of a phrase, and what is said of it in the shorter one: `''` for nothing. */
export type Place = readonly (readonly [written: string, said: string])[];

/** `from → to` pairs of one level as phrases. */
export function phrases(
  level: Level,
  at: Phrase['at'],
  pairs: Readonly<Record<string, string>>,
): readonly Phrase[] {
  return Object.entries(pairs).map(([from, to]) => ({ from, to, level, at }));
}

/** Texts that say nothing that the rest of the sentence does not say. */
export function fillers(level: Level, at: Phrase['at'], texts: readonly string[]): readonly Phrase[] {
  return texts.map((from) => ({ from, to: '', level, at }));
}

/** Phrases of one level that differ in a word here and there. */
export function family(level: Level, at: Phrase['at'], ...places: readonly Place[]): PhraseFamily {
  return { level, at, places };
}

/** A place of which the words stay as they are. */
export function stays(...ways: readonly string[]): Place {
  return ways.map((way) => [way, way]);
}

/** A place of which nothing stays. */
export function goes(...ways: readonly string[]): Place {
  return ways.map((way) => [way, '']);
}

/** A place of which this stays, whatever stands there. */
export function becomes(said: string, ...ways: readonly string[]): Place {
  return ways.map((way) => [way, said]);
}
