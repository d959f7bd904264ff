import { words, type ChargeWords } from '../lexicon.ts';
import { becomes, family, goes, stays, type PhraseFamily } from '../phrase.ts';
import { gerund, verbOf } from './inflections.ts';
import { verbs } from './orders.ts';

/** Wishes and orders that are said around a verb. */
export function verbFamilies(): readonly PhraseFamily[] {
  return [
    // `the user would like to` → `the user wants to`
    family('balanced', 'anywhere', stays(...many), becomes('want', 'would like')),
    family('balanced', 'anywhere', stays(...one), becomes('wants', 'would like')),
    // `should make sure to` → `should`: what should be done should be seen to
    family(
      'balanced',
      'anywhere',
      stays('must', 'should'),
      goes(
        ...['make sure to', 'be sure to', 'make certain to', 'take care to', 'remember to'],
        ...['make sure that you', 'make sure you', 'ensure that you'],
      ),
    ),
  ];
}

/** What one makes sure of is what one does: these are what one has or is, or constrain by themselves. */
const notCharged = new Set(words('be become come double expect have hold keep know limit remain stay'));

const allVerbs = new Set(verbs);

const isCharged = (verb: string): boolean => allVerbs.has(verb) && !notCharged.has(verb);

/** `make sure that you answer`, `you are responsible for answering` → `answer` */
export const charges: ChargeWords = {
  before: [
    ...['make sure', 'be sure', 'make certain', 'ensure'].flatMap((way) => [
      [`${way} you `, 'plain'] as const,
      [`${way} that you `, 'plain'] as const,
    ]),
    ...[
      'you are tasked with',
      'you have been tasked with',
      "you've been tasked with",
      'you are charged with',
      'you are in charge of',
      'you are responsible for',
      'your task is',
      'your job is',
      'your role is',
      'your task involves',
      'your job involves',
      'your role involves',
    ].map((way) => [`${way} `, 'gerunds'] as const),
  ],
  plain: (verb) => (isCharged(verb) ? verb : null),
  gerunds: (word) => verbOf(word, [gerund], isCharged),
  goesOn:
    /(?:, |\b(?:and|or|then) )(?:[a-z]+ly )?(?!during|according|including|regarding|following)[a-z]{2,}ing\b/i,
};

const many = words('customers guests i people students they users we you');
const one = words('caller client customer guest he patient person player reader she student user visitor');
