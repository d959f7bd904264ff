import type { Sketch } from '../call.ts';
import { runsOf, wholeOf } from './runs.ts';
import { wordsOf } from './words.ts';

/** One text of a request. */
export interface SentText {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly text: string;
}

/** Of a long text every run is kept at its beginning and at its end, and between them one of so many. */
export const sampling = 8;
const headRuns = 256;
const tailRuns = 64;

/** UTF-16 units of a text that are looked at: of a longer one its beginning and its end. */
const longestText = 256 * 1024;
const mostTexts = 6;
/** Of one text: enough for about fourteen thousand words. */
const mostPrints = 2048;

/**
 * The texts of a request → sums of their words, from which no text can be made again. Prompts stand in the system texts,
 * in the first messages of a user and in the last; what models and tools said is nobody's prompt.
 * @returns `null` where there is no text.
 */
export function sketchOf(texts: readonly SentText[]): Sketch | null {
  const prints = new Set<number>();
  for (const { text } of choice(texts)) {
    const words = wordsOf(shortened(text));
    if (words.length === 0) continue;
    prints.add(wholeOf(words));
    const runs = runsOf(words);
    const between = runs.slice(headRuns, -tailRuns).filter(isSampled);
    const kept = [...runs.slice(0, headRuns), ...runs.slice(headRuns).slice(-tailRuns), ...between];
    for (const run of kept.slice(0, mostPrints)) prints.add(run);
  }
  return prints.size === 0 ? null : { prints: [...prints].sort((a, b) => a - b) };
}

/** Whether a run is kept wherever it stands. */
export function isSampled(run: number): boolean {
  return run % sampling === 0;
}

function choice(texts: readonly SentText[]): SentText[] {
  const system = texts.filter(({ role }) => role === 'system').slice(0, mostTexts);
  const user = texts.filter(({ role }) => role === 'user');
  return [...system, ...user.slice(0, 2), ...user.slice(2).slice(-1)];
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  const tail = longestText / 4;
  return `${text.slice(0, longestText - tail)} ${text.slice(-tail)}`;
}
