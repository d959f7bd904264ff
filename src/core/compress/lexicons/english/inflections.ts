import { words } from '../lexicon.ts';

/** Verbs of more than one syllable that are stressed on the last one, and short ones: they double their last letter. */
const doubling = new Set(
  words(
    'begin chat cut equip flag get infer let log map omit plan prefer put quit refer rub run set ship sit skip split step stop submit tag transfer trim wrap',
  ),
);

/** `write` → `writing`. @param verb as the dictionary has it. */
export function gerund(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubling.has(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

/** `write` → `writes` */
export function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** `boats` → `boat`, `boxes` → `box`; `null` for a word that is no plural, or one whose singular its letters do not tell. */
export function singular(noun: string): string | null {
  if (noun === 'criteria') return 'criterion';
  if (/[^aeiou]ies$/.test(noun)) return noun.length > 4 ? `${noun.slice(0, -3)}y` : null;
  if (/(?:[xz]|ss|[cs]h)es$/.test(noun)) return noun.slice(0, -2);
  return /^[a-z]{3,}[^sui]s$/.test(noun) &&
    !/(?:[^aeo]uses|yses|theses|crises|bases|axes|news|ics|ves)$/.test(noun)
    ? noun.slice(0, -1)
    : null;
}

const irregular: Readonly<Record<string, string>> = {
  be: 'been',
  become: 'become',
  begin: 'begun',
  break: 'broken',
  bring: 'brought',
  build: 'built',
  choose: 'chosen',
  come: 'come',
  cut: 'cut',
  do: 'done',
  draw: 'drawn',
  find: 'found',
  get: 'gotten',
  give: 'given',
  go: 'gone',
  hold: 'held',
  keep: 'kept',
  lead: 'led',
  leave: 'left',
  let: 'let',
  make: 'made',
  pay: 'paid',
  put: 'put',
  read: 'read',
  rewrite: 'rewritten',
  run: 'run',
  say: 'said',
  see: 'seen',
  send: 'sent',
  set: 'set',
  show: 'shown',
  speak: 'spoken',
  split: 'split',
  take: 'taken',
  teach: 'taught',
  tell: 'told',
  think: 'thought',
  withhold: 'withheld',
  write: 'written',
};

/** `write` → `written`, `answer` → `answered` */
export function participle(verb: string): string {
  const known = irregular[verb];
  if (known !== undefined) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubling.has(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

/** `written` → `write` */
const ofIrregular = new Map(Object.entries(irregular).map(([verb, form]) => [form, verb]));

/** What a form ends in, and what stands there in the verb. */
const endings: readonly (readonly [ending: string, ofVerb: string])[] = [
  ['', ''],
  ['ying', 'ie'],
  ['ing', ''],
  ['ing', 'e'],
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', ''],
  ['d', ''],
];

/**
 * `writing` → `write`: the verb of which a word is one of the forms, `null` where it is none. Found from the word, so that
 * nobody has to inflect all verbs first.
 */
export function verbOf(
  word: string,
  forms: readonly ((verb: string) => string)[],
  isVerb: (verb: string) => boolean,
): string | null {
  const isFormOf = (verb: string): boolean => isVerb(verb) && forms.some((form) => form(verb) === word);
  for (const [ending, ofVerb] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    if (isFormOf(stem + ofVerb)) return stem + ofVerb;
    // `planning` → `plan`
    if (stem.at(-1) === stem.at(-2) && isFormOf(stem.slice(0, -1))) return stem.slice(0, -1);
  }
  const verb = ofIrregular.get(word);
  return verb !== undefined && isFormOf(verb) ? verb : null;
}
