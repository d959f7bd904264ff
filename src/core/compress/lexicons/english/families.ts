import { words } from '../lexicon.ts';
import { gerund } from './inflections.ts';
import { verbs } from './orders.ts';
import {
  becomes,
  family,
  goes,
  phrases,
  stays,
  type Phrase,
  type PhraseFamily,
  type Place,
} from '../phrase.ts';

/** Wordy phrases of which there are many that differ in a word. */
export function englishFamilies(): readonly PhraseFamily[] {
  return [
    // `all of the` → `all the`
    family('safe', 'anywhere', stays('all', 'both'), goes('of'), stays(...determiners)),
    // `is going to give` → `will give`; before anything but a verb somebody may really be going there
    family('safe', 'anywhere', becomes('will', 'am', 'are', 'is'), goes('going to'), stays(...meant)),
    // `perform a short analysis of` → `briefly analyze`
    verbal(goes(...words('provide give write create make prepare produce generate')), nounsOf(told)),
    verbal(goes('provide', 'give', 'perform', 'conduct', 'do', 'carry out', 'make'), nounsOf(done)),
    // `any kind of` → `any`
    family('safe', 'anywhere', stays('any', 'some'), goes('kind of', 'sort of', 'type of', 'form of')),
    family('safe', 'anywhere', stays('all'), goes('kinds of', 'sorts of', 'types of', 'forms of')),
    // `provide the user with` → `give the user`; of "provide them with a pen and with paper" the second "with" would
    // hang in the air
    {
      ...family('safe', 'anywhere', Object.entries(giving), stays(...people, ...given), goes('with')),
      notBefore: ['with'],
    },
    // `help me with writing the letter` → `help me write the letter`; "with reading comprehension" names something
    {
      ...family(
        'balanced',
        'anywhere',
        stays('help', 'helps', 'helping'),
        stays(...people, ...helped, 'you'),
        withDoing(),
      ),
      onlyBefore: new Set([...determiners, 'a', 'an']),
    },
    // `help the user to` → `help the user`
    family(
      'balanced',
      'anywhere',
      stays('help', 'helps', 'helping'),
      stays(...people, ...helped),
      goes('to'),
    ),
  ];
}

/** `with writing` → `write`; "limit" and "double" would constrain */
function withDoing(): Place {
  return verbs
    .filter((verb) => verb !== 'limit' && verb !== 'double')
    .map((verb) => [`with ${gerund(verb)}`, verb]);
}

/** Of "write a summary of the talk which can be read in a minute" the talk would be what can be read. */
function verbal(...places: readonly Place[]): PhraseFamily {
  return { ...family('safe', 'anywhere', ...places), notBefore: words('that which who i they we you') };
}

/** Those that stand alone. */
export function familyPhrases(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', nounsAlone),
    ...phrases('safe', 'anywhere', {
      'be provided with': 'get',
      'are provided with': 'get',
      'is provided with': 'gets',
    }).map((phrase) => ({ ...phrase, notBefore: ['with'] })),
  ];
}

const determiners = words('the your these those this that their its our my his her');

const giving = { provide: 'give', provides: 'gives', providing: 'giving' };
const people = words('me him her us them users customers students').concat(
  'the user',
  'the customer',
  'the reader',
  'readers',
  'the student',
  'the learner',
);
const given = ['you', 'the candidate', 'the client', 'clients', 'the guest', 'the visitor', 'the person'];
const helped = ['people', 'learners'];

/** Of these somebody may be on the way there. */
const places = new Set(words('bed board class court market place school shop store work'));
const meant = verbs
  .filter((verb) => !places.has(verb))
  .concat(
    words(
      'arrive buy cause change cost drive eat grow happen have hear judge know live look lose mean meet need paste play receive sleep solve spend stay try want win work',
    ),
  );

const told = {
  description: 'describe',
  explanation: 'explain',
  list: 'list',
  overview: 'outline',
  summary: 'summarize',
};

const done = {
  analysis: 'analyze',
  assessment: 'assess',
  calculation: 'calculate',
  check: 'check',
  classification: 'classify',
  comparison: 'compare',
  conversion: 'convert',
  correction: 'correct',
  count: 'count',
  estimate: 'estimate',
  estimation: 'estimate',
  evaluation: 'evaluate',
  examination: 'examine',
  identification: 'identify',
  inspection: 'inspect',
  interpretation: 'interpret',
  investigation: 'investigate',
  ranking: 'rank',
  review: 'review',
  revision: 'revise',
  selection: 'select',
  summary: 'summarize',
  translation: 'translate',
  validation: 'validate',
  verification: 'verify',
};

/** `a short analysis of` → `briefly analyze` */
function nounsOf(verbs: Readonly<Record<string, string>>): Place {
  return Object.entries(verbs).flatMap(([noun, verb]) => [
    ...['brief', 'short', 'concise'].map((how) => [`a ${how} ${noun} of`, `briefly ${verb}`] as const),
    ...['clear', 'thorough', 'careful'].map((how) => [`a ${how} ${noun} of`, `${how}ly ${verb}`] as const),
    [`a detailed ${noun} of`, `${verb} in detail`],
    [`${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} of`, verb],
  ]);
}

/** `make a choice` → `choose`, `pay attention to` and the like: a verb that only carries the noun behind it. */
const nounsAlone = {
  'make a choice': 'choose',
  'make a guess': 'guess',
  'make a suggestion': 'suggest',
  'make suggestions for': 'suggest',
  'make a recommendation': 'recommend',
  'make recommendations for': 'recommend',
  'provide recommendations for': 'recommend',
  'provide suggestions for': 'suggest',
  'offer suggestions for': 'suggest',
  'give suggestions for': 'suggest',
  'make adjustments to': 'adjust',
  'make modifications to': 'modify',
  'make edits to': 'edit',
  'make additions to': 'add to',
  'make contact with': 'contact',
  'get in contact with': 'contact',
  'get in touch with': 'contact',
  'do research on': 'research',
  'conduct research on': 'research',
  'perform research on': 'research',
  'perform a search for': 'search for',
  'do a search for': 'search for',
  'conduct a search for': 'search for',
  'give priority to': 'prioritize',
  'give precedence to': 'prioritize',
  'give an explanation for': 'explain',
  'provide an explanation for': 'explain',
  'provide an explanation about': 'explain',
  'engage in a conversation with': 'talk to',
  'engage in conversation with': 'talk to',
  'engage in conversations with': 'talk to',
  'come to an agreement': 'agree',
  'reach a decision': 'decide',
  'come to a decision': 'decide',
  'place an order for': 'order',
  'make a reservation for': 'reserve',
  'make a booking for': 'book',
  'make a payment': 'pay',
  'is based upon': 'is based on',
  'avoid the use of': 'avoid',
  'avoid making use of': 'avoid',
};
