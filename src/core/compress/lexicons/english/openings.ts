import { fillers, phrases, type Phrase } from '../lexicon.ts';
import { emphasized, strongWords } from './emphasis.ts';

/** How people lead up to an instruction. What is left is the instruction, as an imperative where it was one in effect. */
export function openings(): readonly Phrase[] {
  return [
    ...fillers('balanced', 'start', [...tasks(), ...wishes(), ...notes(), ...others]),
    ...fillers('balanced', 'anywhere', ['basically', 'obviously', 'of course', 'needless to say']),
    ...fillers('balanced', 'anywhere', ['please make sure to', 'please be sure to', 'please remember to']),
    ...fillers('safe', 'anywhere', ['please']).map((phrase) => ({ ...phrase, notBehind: saying })),
    ...phrases('balanced', 'start', { ...checked(), ...imperatives(), ...notedPoints(), ...returned() }),
    ...phrases('balanced', 'anywhere', {
      'and make sure to': 'and',
      'and be sure to': 'and',
      'and make sure that': 'and ensure',
      'and make sure': 'and ensure',
      'always make sure to': 'always',
      'always be sure to': 'always',
      'always remember to': 'always',
      'and please': 'and',
      'please make sure to always': 'always',
      'make sure to always': 'always',
      "i'm going to give you": "i'll give you",
      "i'm going to ask you": "i'll ask you",
      "i'm going to show you": "i'll show you",
      'come up with': 'find',
      'in terms of': 'for',
      'a wide variety of': 'many',
      'a wide range of': 'many',
      'a variety of': 'various',
    }),
    ...fillers('aggressive', 'anywhere', [...intensifiers, 'of your own']),
    ...phrases('aggressive', 'anywhere', {
      'as well as': 'and',
      'in addition to': 'besides',
      'that the user provides': 'from the user',
      'and then': 'then',
      'a little bit': 'a little',
      'many different': 'many',
      'various different': 'various',
    }),
    // "should also not" would become another constraint
    ...phrases('aggressive', 'anywhere', alsos()).map((phrase) => ({ ...phrase, notBefore: 'not' })),
    ...fillers('aggressive', 'start', connectives),
  ];
}

/** What makes a word stronger and says nothing by itself. */
const intensifiers =
  'very really quite highly extremely absolutely truly definitely certainly actually'.split(' ');

/** What ties a sentence to the one before it; that it follows says as much. */
const connectives = [
  'additionally,',
  'furthermore,',
  'moreover,',
  'in addition,',
  'in addition to this,',
  'in addition to that,',
  'on top of that,',
  'besides that,',
  'also,',
  'also',
];

/** `should also` → `should` */
function alsos(): Record<string, string> {
  const modals = ['can', 'could', 'may', 'must', 'should', 'will'];
  return Object.fromEntries(modals.map((modal) => [`${modal} also`, modal]));
}

const others = [
  'kindly',
  'as previously mentioned,',
  'as mentioned above,',
  'as mentioned earlier,',
  'as mentioned before,',
  'as already mentioned,',
  'as you know,',
  'as you may know,',
  'as you can see,',
  'make sure to',
  'be sure to',
  'make certain to',
  'be certain to',
  'be careful to',
  'take care to',
  'always remember that',
  "don't forget to",
  'do not forget to',
  'feel free to go ahead and',
  'go ahead and',
  'you are asked to',
  'you are being asked to',
];

/** `your main task is to` */
function tasks(): string[] {
  const nouns =
    'task job role goal purpose objective responsibility aim mission function duty assignment'.split(' ');
  return nouns.flatMap((noun) => [
    ...['', 'main ', 'primary '].flatMap((kind) =>
      ['is', 'will be', 'here is'].map((be) => `your ${kind}${noun} ${be} to`),
    ),
    `it is your ${noun} to`,
    `it will be your ${noun} to`,
  ]);
}

/** `i would like you to` */
function wishes(): string[] {
  const wish = ['want', 'need', 'would like', "'d like"];
  const said = ['i', 'we'].flatMap((who) =>
    wish.map((one) => (one.startsWith("'") ? `${who}${one}` : `${who} ${one}`)),
  );
  return [
    ...said.flatMap((one) => [`${one} you to`, `${one} for you to`, `${one} you to please`]),
    ...said.flatMap((one) => [`what ${one} you to do is`, `what ${one} you to do is to`]),
    'i am asking you to',
    'i would appreciate it if you could',
    'i would really appreciate it if you could',
    'i would be grateful if you could',
    'could you please',
    'can you please',
  ];
}

/** `what i want to get back from you is` → `return` */
function returned(): Record<string, string> {
  const wish = ['i want', "i'd like", 'we want', "we'd like"];
  const get = ['to get', 'to get back', 'to have', 'to receive'];
  return Object.fromEntries(
    wish.flatMap((one) =>
      get.flatMap((way) => [
        [`what ${one} ${way} from you is`, 'return'],
        [`what ${one} ${way} is`, 'return'],
      ]),
    ),
  );
}

/** `please also be aware of the fact that` */
function notes(): string[] {
  const verbs = [
    'note',
    'take note',
    'be aware',
    'be advised',
    'keep in mind',
    'bear in mind',
    'remember',
    'consider',
  ];
  const told = verbs.flatMap((verb) => [`${verb} that`, `also ${verb} that`]);
  const fact = ['be aware of the fact that', 'take note of the fact that', 'take into account that'];
  const imperative = [...told, ...fact, 'remember to'];
  const known = [
    'note',
    'remember',
    'keep in mind',
    'bear in mind',
    'mention',
    'understand',
    'be aware',
    'know',
  ];
  const worth = ['noting', 'mentioning', 'remembering', 'pointing out'];
  return [
    ...imperative,
    ...imperative.map((one) => `please ${one}`),
    ...['important', 'also important', 'essential', 'crucial'].flatMap((how) =>
      known.map((verb) => `it is ${how} to ${verb} that`),
    ),
    ...worth.flatMap((verb) => [`it is worth ${verb} that`, `it is also worth ${verb} that`]),
    ...['should', 'must', 'should also', 'must also'].map((modal) => `it ${modal} be noted that`),
    ...['note', 'know', 'be aware', 'remember', 'keep in mind'].map((verb) => `you should ${verb} that`),
  ];
}

/** Behind these, "please" is a word that is spoken of. */
const saying = 'say says saying said word words write writes writing use uses using without with'.split(' ');

/** `make sure that you do not` → `do not`; where no such word follows, `ensure`. */
function checked(): Record<string, string> {
  const ways = ['make sure', 'be sure', 'make certain', 'ensure'];
  const out: Record<string, string> = { 'see to it that': 'ensure', 'ensure that': 'ensure' };
  for (const way of ways)
    for (const that of ['', ' that']) {
      if (`${way}${that}` !== 'ensure') out[`${way}${that}`] = 'ensure';
      for (const word of strongWords) out[`${way}${that} you ${word}`] = word;
    }
  for (const word of strongWords) for (const said of emphasized(word)) out[said] = word;
  delete out['be sure'];
  return { ...out, ...Object.fromEntries(Object.entries(out).map(([from, to]) => [`please ${from}`, to])) };
}

/** `you must always` → `always`: an order either way, and the word that matters is still there. */
function imperatives(): Record<string, string> {
  const always = ['must', 'should', 'shall', 'have to', 'need to', 'are to', 'will'];
  return {
    ...Object.fromEntries(
      ['must', 'should', 'shall', 'will', 'are to'].map((modal) => [`you ${modal} never`, 'never']),
    ),
    ...Object.fromEntries(always.map((modal) => [`you ${modal} always`, 'always'])),
    'you are not allowed to': 'do not',
    'you are not permitted to': 'do not',
    'under no circumstances should you': 'never',
    'under no circumstances may you': 'never',
    'under no circumstances are you to': 'never',
    'under no circumstances are you allowed to': 'never',
    'at no time should you': 'never',
    'be careful not to': 'do not',
    'take care not to': 'do not',
  };
}

/** `please keep the following points in mind` → `note` */
function notedPoints(): Record<string, string> {
  const points = ['', ' things', ' points', ' rules', ' guidelines', ' instructions', ' aspects'];
  const said = points.flatMap((what) => [
    `keep the following${what} in mind`,
    `bear the following${what} in mind`,
    `take the following${what} into account`,
    `take the following${what} into consideration`,
    `pay attention to the following${what}`,
    `take note of the following${what}`,
  ]);
  const all = said.flatMap((one) => [one, `please ${one}`]);
  return Object.fromEntries(all.map((one) => [one, 'note']));
}
