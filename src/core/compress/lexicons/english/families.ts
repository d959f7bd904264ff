import { phrases, type Phrase } from '../lexicon.ts';

/** Wordy phrases of which there are many that differ in a word. */
export function familyPhrases(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', {
      ...nounsAlone(),
      ...allOfThem(),
      ...goingTo(),
      ...nounsForVerbs(),
      ...kinds(),
    }),
    // of "provide them with a pen and with paper" the second "with" would hang in the air
    ...phrases('safe', 'anywhere', provided()).map((phrase) => ({ ...phrase, notBefore: 'with' })),
    ...phrases('balanced', 'anywhere', helped()),
  ];
}

/** `all of the` → `all the` */
function allOfThem(): Record<string, string> {
  const behind = 'the your these those this that their its our my his her'.split(' ');
  return pairs(['all', 'both'], behind, (some, word) => [`${some} of ${word}`, `${some} ${word}`]);
}

/** `is going to give` → `will give`; before anything but a verb somebody may really be going there. */
function goingTo(): Record<string, string> {
  const verbs =
    'act add analyze answer ask assess assist be become build check choose collect compare convert create decide describe determine do draw evaluate explain extract find follow generate get give go guide happen have help identify judge know learn list look make need paste pay perform play process produce provide put read receive review rewrite say see send share show solve speak start stay suggest summarize take talk teach tell translate try turn use want work write'.split(
      ' ',
    );
  return pairs(['am', 'are', 'is'], verbs, (be, verb) => [`${be} going to ${verb}`, `will ${verb}`]);
}

/** `perform a short analysis of` → `briefly analyze` */
function nounsForVerbs(): Record<string, string> {
  const told: Record<string, string> = {
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
  const short = { 'a brief': 'briefly ', 'a short': 'briefly ', 'a concise': 'briefly ', a: '' };
  const out: Record<string, string> = {};
  const add = (verbs: readonly string[], nouns: Readonly<Record<string, string>>): void => {
    for (const verb of verbs)
      for (const [noun, instead] of Object.entries(nouns))
        for (const [article, adverb] of Object.entries(short)) {
          const fitting = article === 'a' && /^[aeiou]/.test(noun) ? 'an' : article;
          out[`${verb} ${fitting} ${noun} of`] = `${adverb}${instead}`;
        }
  };
  add(['provide', 'give', 'write', 'create', 'make', 'prepare', 'produce', 'generate'], told);
  add(['provide', 'give', 'perform', 'conduct', 'do', 'carry out', 'make'], done);
  return out;
}

/** `make a choice` → `choose`, `pay attention to` and the like: a verb that only carries the noun behind it. */
function nounsAlone(): Record<string, string> {
  return {
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
}

/** `provide the user with` → `give the user` */
function provided(): Record<string, string> {
  const verbs = { provide: 'give', provides: 'gives', providing: 'giving' };
  const people =
    'me|you|him|her|us|them|the user|users|the customer|customers|the reader|readers|the candidate|the student|students|the learner|the client|clients|the guest|the visitor|the person'.split(
      '|',
    );
  return {
    ...pairs(Object.entries(verbs), people, ([long, short], whom) => [
      `${long} ${whom} with`,
      `${short} ${whom}`,
    ]),
    'be provided with': 'get',
    'are provided with': 'get',
    'is provided with': 'gets',
  };
}

/** `any kind of` → `any` */
function kinds(): Record<string, string> {
  const one = pairs(['any', 'some'], ['kind', 'sort', 'type', 'form'], (some, kind) => [
    `${some} ${kind} of`,
    some,
  ]);
  const many = pairs(['all'], ['kinds', 'sorts', 'types', 'forms'], (all, kind) => [
    `${all} ${kind} of`,
    all,
  ]);
  return { ...one, ...many };
}

/** `help the user to` → `help the user` */
function helped(): Record<string, string> {
  const people =
    'me|him|her|us|them|the user|users|the customer|customers|people|the reader|readers|students|the student|learners|the learner'.split(
      '|',
    );
  return pairs(['help', 'helps', 'helping'], people, (help, whom) => [
    `${help} ${whom} to`,
    `${help} ${whom}`,
  ]);
}

function pairs<A, B>(
  first: readonly A[],
  second: readonly B[],
  make: (a: A, b: B) => readonly [string, string],
): Record<string, string> {
  return Object.fromEntries(first.flatMap((a) => second.map((b) => make(a, b))));
}
