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
