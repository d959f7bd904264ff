import type { Proposal } from '../edited.ts';
import type { LeaningVerbs } from '../lexicons/leaning.ts';
import { isMark } from '../mood.ts';
import { isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `do not` → `don't`, `it is` → `it's`, from the balanced level on: it asks for the same, in a less formal tone. */
export const contractions: Pass = {
  id: 'contractions',
  propose(view) {
    if (!reaches(view.level, 'balanced')) return [];
    return view.sentences.flatMap((sentence) =>
      [...negations(sentence), ...leaning(sentence)]
        .sort((a, b) => a.start - b.start)
        .filter((one, i, all) => one.start >= (all[i - 1]?.end ?? 0))
        .map(({ start, end, text }) => ({
          start: sentence.offset + start,
          end: sentence.offset + end,
          // what is short keeps the capital of what was long
          text: /^\p{Lu}/u.test(sentence.said.slice(start)) ? capital(text) : text,
        }))
        .filter(({ start, end }) => !view.protected.touches(start, end)),
    );
  },
};

function negations({ reading }: Sentence): Proposal[] {
  return reading.contractions.map(({ start, end, value }) => ({ start, end, text: value }));
}

/** Verbs that may lean on the pronoun before them. */
function leaning(sentence: Sentence): Proposal[] {
  const { leaning: known } = sentence.lexicon;
  if (known === null) return [];
  return sentence.reading.placesOf([...known.pairs.keys()]).flatMap((i) => {
    const text = leant(sentence, i, known);
    const [pronoun, verb] = [sentence.reading.words[i], sentence.reading.words[i + 1]];
    return text === null || pronoun === undefined || verb === undefined
      ? []
      : [{ start: pronoun.start, end: verb.end, text }];
  });
}

/** @param i of the pronoun. @returns it and its verb as one word, `null` where they stay two. */
function leant({ said, reading }: Sentence, i: number, known: LeaningVerbs): string | null {
  const { words, fixed } = reading;
  const [pronoun, verb, next] = [words[i], words[i + 1], words[i + 2]];
  if (pronoun === undefined || verb === undefined || next === undefined) return null;
  const text = known.pairs.get(pronoun.normal)?.[verb.normal];
  if (text === undefined || !isPlain(said, pronoun, next) || known.notBefore.includes(next.normal))
    return null;
  const isFuture = verb.normal === known.future;
  const own = isFuture ? verb.start : null;
  if (fixed.some(({ start, end }) => start < verb.end && pronoun.start < end && start !== own)) return null;
  if (isFuture) return text;
  if (known.perfect.includes(verb.normal)) return isPerfect(words, i + 2, known) ? text : null;
  return isUnmoved(words, i, known) ? text : null;
}

/** Words between what takes something to the front, with it, and the pronoun. */
const movingReach = 4;

/** @param i of what may be the participle. */
function isPerfect(words: readonly Word[], i: number, known: LeaningVerbs): boolean {
  const at = known.adverbs.includes(words[i]?.normal ?? '') ? i + 1 : i;
  const participle = words[at]?.normal ?? '';
  if (!known.isParticiple(participle)) return false;
  const behind = words[at + 1];
  // "it has been read", "they have been late"
  if (participle === known.been) return true;
  return behind === undefined || isMark(behind) || known.behindParticiple.includes(behind.normal);
}

/** Whether what follows the verb is still there, and not in front: "how tall it is in feet". @param i of the pronoun. */
function isUnmoved(words: readonly Word[], i: number, known: LeaningVerbs): boolean {
  const [before, pronoun, next] = [words[i - 1], words[i]?.normal ?? '', words[i + 2]?.normal ?? ''];
  if (/ing$/u.test(next) || known.asking.includes(pronoun)) return true;
  const isMoved = words
    .slice(Math.max(0, i - movingReach), i)
    .some(({ normal }) => known.moving.includes(normal));
  if (known.isParticiple(next) && !isMoved) return true;
  return before === undefined || isMark(before) || known.behind.includes(before.normal);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
