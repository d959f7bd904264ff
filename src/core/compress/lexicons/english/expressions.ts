import { words } from '../lexicon.ts';
import { verbs } from './orders.ts';
import { becomes, family, goes, phrases, stays, type Phrase, type PhraseFamily } from '../phrase.ts';

/** Set expressions of several words for what one or two say. */
export function expressions(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', {
      'if this is the case': 'if so',
      'if that is the case': 'if so',
      'do your best to': 'try to',
      'try your best to': 'try to',
      'each one of': 'each of',
      'in such a way as to': 'to',
      'in such a manner as to': 'to',
      'for the purposes of': 'for',
      'and so on and so forth': 'and so on',
      'in a step-by-step manner': 'step by step',
      'in a step-by-step way': 'step by step',
      'in a step-by-step fashion': 'step by step',
      'in order to be able to': 'to',
      'on the assumption that': 'assuming',
      'with the assumption that': 'assuming',
      'somewhere between': 'between',
      'the time at which': 'when',
      'the point at which': 'when',
      'at the moment when': 'when',
      'at the point when': 'when',
      'the place where': 'where',
      'the place in which': 'where',
      'the date on which': 'the date',
      'the dates on which': 'the dates',
      'the day on which': 'the day',
      'the days on which': 'the days',
      'get rid of': 'remove',
    }),
    ...phrases('balanced', 'anywhere', {
      'such as': 'like',
      'when it comes to': 'for',
      'the ones that': 'those that',
      'the ones which': 'those which',
      'the ones who': 'those who',
    }),
  ];
}

/** Those of which there are many that differ in a word. */
export function expressionFamilies(): readonly PhraseFamily[] {
  const safe = (...places: PhraseFamily['places']): PhraseFamily => family('safe', 'anywhere', ...places);
  return [
    // `let the user know that` → `tell the user that`
    safe(knowing, stays(...people), goes('know')),
    // `make sure the` → `ensure the`
    safe(checking, stays(...subjects)),
    // `the majority of the guests` → `most of the guests`
    safe(amounts, stays(...whole)),
    // `take them into account` → `consider them`
    safe(
      considering,
      stays(...words('it them this that these those')),
      goes('into account', 'into consideration'),
    ),
    // `the rules listed below` → `the rules below`
    {
      ...safe(goes(...shown), stays('above', 'below')),
      notBehind: words('am are as be been being if is once was were when where which while unless until not'),
    },
    // `you will be given` → `you will get`
    safe(
      stays('you', 'you will', 'you may', 'you might', 'you should'),
      becomes('get', 'be given', 'are given'),
    ),
    // `you have access to the following tools` → `you have these tools`
    safe(stays('you', 'you will'), becomes('have these', 'have access to the following'), stays(...things)),
    // `provide your answer in` → `answer in`
    family(
      'balanced',
      'anywhere',
      goes(...words('provide give return write output')),
      answering,
      stays(...words('in as using with')),
    ),
    // `send an email to the guest` → `email the guest`
    {
      ...safe(mailing, goes('an email to')),
      onlyBefore: new Set(recipients),
      notBefore: ['that', 'which', 'who'],
    },
    // `the length of the reply should be` → `the reply should be`, where how long follows
    {
      ...family(
        'balanced',
        'anywhere',
        goes('the length of'),
        stays('the', 'your', 'each', 'every'),
        stays(
          ...words(
            'answer blog caption description email explanation letter message reply report response summary text title',
          ),
        ),
        stays('should be', 'must be'),
      ),
      onlyBefore: new Set(lengths),
    },
    // `better to ask than to guess` → `better to ask than guess`
    {
      ...family('balanced', 'anywhere', stays('than'), goes('to')),
      onlyBefore: new Set(verbs.filter((verb) => verb !== 'be' && verb !== 'have')),
    },
    // `the tools available to you` → `your tools`
    safe(becomes('your', 'the'), stays(...things), goes(...available)),
  ];
}

const knowing: PhraseFamily['places'][number] = [
  ['let', 'tell'],
  ['lets', 'tells'],
  ['letting', 'telling'],
];
const answering: PhraseFamily['places'][number] = [
  ['your answer', 'answer'],
  ['your answers', 'answer'],
  ['your response', 'respond'],
  ['your responses', 'respond'],
  ['your reply', 'reply'],
  ['your replies', 'reply'],
];
const checking: PhraseFamily['places'][number] = [
  ['make sure', 'ensure'],
  ['makes sure', 'ensures'],
  ['making sure', 'ensuring'],
];
const amounts: PhraseFamily['places'][number] = [
  ...['the majority of', 'a majority of', 'the vast majority of', 'the overwhelming majority of'].map(
    (most) => [most, 'most of'] as const,
  ),
  ['a large number of', 'many of'],
  ['a great number of', 'many of'],
  ['a number of', 'several of'],
  ['a small number of', 'a few of'],
  ['a great deal of', 'much of'],
  ['a large amount of', 'much of'],
];
/** What is all there is: some of it is spoken of. */
const whole = words(
  'all her his it its my our that the their them these this those us which whom whose you your',
);
const considering: PhraseFamily['places'][number] = [
  ['take', 'consider'],
  ['takes', 'considers'],
  ['taking', 'considering'],
];
const mailing: PhraseFamily['places'][number] = [
  ['send', 'email'],
  ['sends', 'emails'],
  ['sending', 'emailing'],
];
const recipients = words(
  'a all an any each every her him his me my our that the their them these this those us you your',
);
/** Before a number nothing stands. */
const lengths = ['', ...words('about approximately around at between exactly under up')];
const people = words('me him her us them users customers guests').concat(
  ...[
    'user',
    'customer',
    'reader',
    'guest',
    'caller',
    'client',
    'person',
    'patient',
    'student',
    'candidate',
  ].map((who) => `the ${who}`),
);
const subjects = words(
  'a all any both each every he i it nobody none no nothing our she that the their there these they this those we what your',
);
const shown = words(
  'defined described detailed given listed mentioned outlined provided shown specified stated',
);
const things = words('data documents files functions information resources tools');
const available = [
  'available to you',
  'at your disposal',
  'you have available',
  'that you have access to',
  'you have access to',
];
