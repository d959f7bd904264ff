import { words } from '../lexicon.ts';
import { becomes, family, fillers, goes, phrases, stays, type Phrase, type PhraseFamily } from '../phrase.ts';
import { emphasized, strongWords } from './emphasis.ts';
import { verbs } from './orders.ts';

/** How people lead up to an instruction. What is left is the instruction, as an imperative where it was one in effect. */
export function openings(): readonly Phrase[] {
  return [
    ...fillers('balanced', 'start', [...notes(), ...others]),
    ...fillers('balanced', 'anywhere', ['basically', 'obviously', 'of course', 'needless to say']),
    ...fillers('balanced', 'anywhere', ['please make sure to', 'please be sure to', 'please remember to']),
    ...fillers('safe', 'anywhere', ['please']).map((phrase) => ({ ...phrase, notBehind: saying })),
    ...phrases('balanced', 'clause', { ...checked(), ...imperatives }),
    ...fillers('balanced', 'clause', ordering),
    ...phrases('balanced', 'anywhere', {
      'and make sure to': 'and',
      'and be sure to': 'and',
      'and make sure not to': 'and do not',
      'and be sure not to': 'and do not',
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
      'in terms of': 'for',
      'a wide variety of': 'many',
      'a wide range of': 'many',
      'a variety of': 'various',
    }),
    ...phrases('balanced', 'anywhere', { 'come up with': 'devise' }).map((phrase) => ({
      ...phrase,
      notBehind: words("had has have having i've they've we've you've"),
    })),
    ...fillers('aggressive', 'anywhere', [...intensifiers, 'of your own']),
    // "as well as you can" weighs, and what is done behind it was done in another form before it
    ...phrases('balanced', 'anywhere', { 'as well as': 'and' }).map((phrase) => ({
      ...phrase,
      onlyBefore: { has: (word: string) => !/ing$|^(?:I|i|you|he|she|we|they|it|possible|can)$/.test(word) },
      notBefore: ['is', 'has', 'was'],
    })),
    // `, and then write` → `, then write`
    ...phrases('balanced', 'anywhere', { 'and then': 'then' }).map((phrase) => ({
      ...phrase,
      onlyBehind: [','],
      notBehindTime: true as const,
    })),
    ...phrases('aggressive', 'anywhere', {
      'in addition to': 'besides',
      'that the user provides': 'from the user',
      'a little bit': 'a little',
      'many different': 'many',
      'various different': 'various',
    }),
    ...fillers('balanced', 'start', connectives).map((phrase) => ({
      ...phrase,
      onlyBefore: { has: (word: string) => word !== '' },
    })),
    ...fillers('balanced', 'start', ['also', 'now', 'now,']).map((phrase) => ({
      ...phrase,
      onlyBefore: new Set(verbs),
    })),
    ...phrases('balanced', 'anywhere', keeping),
  ];
}

/** Those of which there are many that differ in a word. */
export function openingFamilies(): readonly PhraseFamily[] {
  const opens = (...places: PhraseFamily['places']): PhraseFamily => family('balanced', 'start', ...places);
  const clause = (...places: PhraseFamily['places']): PhraseFamily => family('balanced', 'clause', ...places);
  return [
    // `what i want to get back from you is` → `return`
    opens(
      becomes('return', 'what'),
      goes('i want', "i'd like", 'we want', "we'd like"),
      goes('to get', 'to get back', 'to have', 'to receive'),
      goes('from you is', 'is'),
    ),
    // `it is important to note that`
    opens(
      goes('it is', "it's"),
      goes('important', 'also important', 'essential', 'crucial'),
      goes('to'),
      known,
      goes('that'),
    ),
    opens(
      goes('it is worth', 'it is also worth', "it's worth", "it's also worth"),
      goes('noting', 'mentioning', 'remembering', 'pointing out'),
      goes('that'),
    ),
    opens(goes('it'), goes('should', 'must', 'should also', 'must also'), goes('be noted that')),
    opens(goes('you should'), goes('note', 'know', 'be aware', 'remember', 'keep in mind'), goes('that')),
    // `make sure not to` → `do not`
    clause(asked(checks), becomes('do not', 'not to')),
    // `make sure that you do not` → `do not`
    clause(asked(checks), goes('', 'that'), goes('you'), stays(...strongWords)),
    clause(...emphasized(strongWords, ['it is', "it's"])),
    // `please keep the following points in mind` → `note`
    opens(asked(['keep the following', 'bear the following'], 'note'), points, goes('in mind')),
    opens(asked(['take the following'], 'note'), points, goes('into account', 'into consideration')),
    opens(asked(['pay attention to the following', 'take note of the following'], 'note'), points),
    // `should also` → `should`; "should also not" would become another constraint
    {
      ...family('balanced', 'anywhere', stays('can', 'could', 'may', 'must', 'should', 'will'), goes('also')),
      notBefore: ['not'],
    },
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
  'in particular,',
  'as such,',
  'besides that,',
  'also,',
];

/** `and keep in mind that` → `and note that` */
const keeping = Object.fromEntries(
  ['keep', 'bear'].flatMap((keep) =>
    ['and', 'please', 'should', 'must', 'also'].map((before) => [
      `${before} ${keep} in mind that`,
      `${before} note that`,
    ]),
  ),
);

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
  'always remember that',
  'feel free to go ahead and',
  'you have been asked to',
  "you've been asked to",
  'i am asking you to',
  'i expect you to',
  'we expect you to',
  'to that end,',
  'to this end,',
  'i would appreciate it if you could',
  'i would really appreciate it if you could',
  'i would be grateful if you could',
  'could you please',
  'can you please',
];

/** What leads up to an order, and is one by itself. */
const ordering = [
  'make sure to',
  'be sure to',
  'make certain to',
  'be certain to',
  'be careful to',
  'take care to',
  "don't forget to",
  'do not forget to',
  'go ahead and',
];

const known = goes(
  'note',
  'remember',
  'keep in mind',
  'bear in mind',
  'mention',
  'understand',
  'be aware',
  'know',
);

const points = goes('', 'things', 'points', 'rules', 'guidelines', 'instructions', 'aspects');

/** As it is, and behind "please". */
function asked(ways: readonly string[], said = ''): PhraseFamily['places'][number] {
  return becomes(said, ...ways, ...ways.map((way) => `please ${way}`));
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
  return ['', 'please ', 'also please '].flatMap((how) => imperative.map((one) => `${how}${one}`));
}

/** Behind these, "please" is a word that is spoken of. */
const saying = words('say says saying said word words write writes writing use uses using without with');

const checks = ['make sure', 'be sure', 'make certain', 'ensure'];

/** `make sure that` → `ensure` */
function checked(): Record<string, string> {
  const ways = [
    ...['make sure', 'make sure that', 'be sure that', 'make certain', 'make certain that'],
    ...['ensure that', 'see to it that'],
  ];
  return Object.fromEntries(ways.flatMap((way) => [way, `please ${way}`]).map((way) => [way, 'ensure']));
}

/** `you must always` → `always`: an order either way, and the word that matters is still there. */
const imperatives: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['must', 'should', 'shall', 'will', 'are to'].map((modal) => [`you ${modal} never`, 'never']),
  ),
  ...Object.fromEntries(
    ['must', 'should', 'shall', 'have to', 'need to', 'are to', 'will'].map((modal) => [
      `you ${modal} always`,
      'always',
    ]),
  ),
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
