import type { LeaningVerbs } from '../leaning.ts';
import { words } from '../lexicon.ts';
import { participle, verbOf } from './inflections.ts';
import { relatives } from './relatives.ts';
import { verbs } from './orders.ts';

/** `do not` → `don't`: the same negation, which most tokenizers know as one word. */
export function contractions(): Readonly<Record<string, string>> {
  const auxiliaries = 'do does did is are was were have has had should would could'.split(' ');
  return {
    ...Object.fromEntries(auxiliaries.map((verb) => [`${verb} not`, `${verb}n't`])),
    'will not': "won't",
    'can not': 'cannot',
  };
}

const allVerbs = new Set(verbs);
const isParticiple = (word: string): boolean =>
  word === 'been' || verbOf(word, [participle], (verb) => allVerbs.has(verb)) !== null;

/** `it is` → `it's`, `you will` → `you'll` */
export const leaning: LeaningVerbs = {
  pairs: new Map<string, Readonly<Record<string, string>>>([
    ['i', { am: "i'm", will: "i'll", have: "i've" }],
    ['you', { are: "you're", will: "you'll", have: "you've" }],
    ['we', { are: "we're", will: "we'll", have: "we've" }],
    ['they', { are: "they're", will: "they'll", have: "they've" }],
    ['he', { is: "he's", has: "he's", will: "he'll" }],
    ['she', { is: "she's", has: "she's", will: "she'll" }],
    ['it', { is: "it's", has: "it's", will: "it'll" }],
    ['that', { is: "that's", has: "that's" }],
    ['there', { is: "there's" }],
    ['what', { is: "what's" }],
    ['who', { is: "who's", has: "who's" }],
    ['here', { is: "here's" }],
  ]),
  perfect: ['have', 'has'],
  adverbs: words('already also previously recently'),
  isParticiple,
  been: 'been',
  behindParticiple: [
    ...relatives.determiners,
    ...relatives.subjects,
    ...relatives.prepositions,
    ...words('and been but if or so that to when'),
  ],
  future: 'will',
  asking: ['that', 'what', 'who'],
  behind: words(
    `and because but ensure if once or remember say since so sure that think though unless until when whenever whether
    while`,
  ),
  notBefore: words('and as but if in nor not or than to unless when'),
  moving: words('as how than what where who'),
};
