import { phrases, words, type ChargeWords, type Phrase } from '../lexicon.ts';
import { gerund } from './inflections.ts';
import { verbs } from './orders.ts';

/** Wishes and orders that are said around a verb. */
export function verbPhrases(): readonly Phrase[] {
  return phrases('balanced', 'anywhere', { ...wishes(), ...afterModals() });
}

/** What one makes sure of is what one does: these are what one has or is, or constrain by themselves. */
const notCharged = new Set(words('be become come double expect have hold keep know limit remain stay'));

const plain = verbs.filter((verb) => !notCharged.has(verb));

/** `make sure that you answer`, `you are responsible for answering` → `answer` */
export const charges: ChargeWords = {
  before: [
    ...['make sure', 'be sure', 'make certain', 'ensure'].flatMap((way) => [
      [`${way} you `, 'plain'] as const,
      [`${way} that you `, 'plain'] as const,
    ]),
    ...[
      'you are tasked with',
      'you are charged with',
      'you are responsible for',
      'your task is',
      'your job is',
      'your role is',
      'your task involves',
      'your job involves',
      'your role involves',
    ].map((way) => [`${way} `, 'gerunds'] as const),
  ],
  plain: new Map(plain.map((verb) => [verb, verb])),
  gerunds: new Map(plain.map((verb) => [gerund(verb), verb])),
};

/** `the user would like to` → `the user wants to` */
function wishes(): Record<string, string> {
  const many = words('customers guests i people students they users we you');
  const one = words('caller client customer guest he patient person player reader she student user visitor');
  return Object.fromEntries([
    ...many.map((who) => [`${who} would like`, `${who} want`]),
    ...one.map((who) => [`${who} would like`, `${who} wants`]),
  ]) as Record<string, string>;
}

/** `should make sure to` → `should`: what should be done should be seen to. */
function afterModals(): Record<string, string> {
  const ways = [
    'make sure to',
    'be sure to',
    'make certain to',
    'take care to',
    'remember to',
    'make sure that you',
    'make sure you',
    'ensure that you',
  ];
  return Object.fromEntries(
    words('must should').flatMap((modal) => ways.map((way) => [`${modal} ${way}`, modal])),
  );
}
