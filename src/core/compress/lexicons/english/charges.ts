import { words } from '../lexicon.ts';
import { becomes, family, goes, stays, type PhraseFamily, type Place } from '../phrase.ts';

/** What a text calls what it wants of its reader. */
export const duties = goes(
  ...words('task job role goal purpose objective responsibility aim mission function duty assignment'),
);

/** How somebody says what they wish. */
export const wishes: Place = goes(
  ...['i', 'we'].flatMap((who) => [`${who} want`, `${who} need`, `${who} would like`, `${who}'d like`]),
);

/** Words that join two clauses, behind which who does what is said. */
const joins = ['and', 'so', 'then', 'where'];
/** What one is, "you" are: "your task is to be kind". */
const done = { has: (verb: string) => !['', 'be', 'not'].includes(verb) };

/** How people say whose task something is, and that they wish for it: what is left is an order. */
export function chargeFamilies(): readonly PhraseFamily[] {
  const orders = (...places: readonly Place[]): PhraseFamily => family('balanced', 'clause', ...places);
  /** `I send a list, and it is your job to sort it` → `I send a list, and you sort it` */
  const behind = (joins: Place, ...places: readonly Place[]): PhraseFamily => ({
    ...family('balanced', 'anywhere', joins, ...places),
    notBehindTime: true,
    onlyBefore: done,
  });
  const joined = (...places: readonly Place[]): PhraseFamily => behind(stays(...joins), ...places);
  // "but I need you to hear this" is no task
  const added = (...places: readonly Place[]): PhraseFamily => behind(stays('and'), ...places);
  return [
    // `your main task is to`
    orders(goes('your'), which, duties, goes(...ends)),
    orders(goes(...its), which, duties, goes('to')),
    joined(becomes('you', 'your'), which, duties, goes(...ends)),
    joined(becomes('you', ...its), which, duties, goes('to')),
    // `I would like you to`
    orders(wishes, goes(...told)),
    added(becomes('you', ...wishes.map(([wish]) => wish)), goes(...told)),
    // `what I want you to do is to`
    orders(goes('what'), wishes, goes(...doing)),
    added(becomes('you', 'what'), wishes, goes(...doing)),
    // `you are to`, `you are expected to`
    { ...orders(goes('you are', "you're"), goes('to', 'being asked to', ...bidden)), onlyBefore: done },
    { ...orders(goes('you will be'), goes(...bidden)), onlyBefore: done },
    // "if the text is long and you are asked to shorten it" tells when
    joined(becomes('you', 'you are', "you're"), goes('to', 'expected to')),
    // `the first thing you should do is to` → `first you should`
    {
      ...family(
        'balanced',
        'anywhere',
        becomes('first', 'the first thing'),
        goes('', 'that'),
        stays(...musts),
        goes('do is', 'do is to'),
      ),
      onlyBefore: done,
    },
  ];
}

const which = goes('', ...words('main primary key core overall current'));
const ends = ['is to', 'will be to', 'here is to'];
const its = ['it is your', "it's your", 'it will be your', "it'll be your"];
const told = ['you to', 'for you to', 'you to please'];
const doing = ['you to do is', 'you to do is to'];
const bidden = ['expected to', 'asked to', 'requested to', 'instructed to'];
const musts = words('you we').flatMap((who) =>
  ['should', 'must', 'need to', 'have to'].map((must) => `${who} ${must}`),
);
