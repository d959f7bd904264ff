import { words } from '../lexicon.ts';
import { becomes, family, goes, stays, type PhraseFamily, type Place } from '../phrase.ts';
import { verbs } from './orders.ts';

/** Ways to say that something matters: what follows is ordered anyway, or ensured. */
const how = ['', 'very', 'really', 'also', 'extremely', 'absolutely', 'critically', 'equally', 'also very'];
const matters = words('important essential crucial vital critical imperative necessary');
const it = ['it is', "it's"];

/** Verbs of what one does: "it is important to me" has none. */
const ordered = new Set(verbs.filter((verb) => !['have', 'lead', 'mean'].includes(verb)));

export function necessities(): readonly PhraseFamily[] {
  const opens = (...places: readonly Place[]): PhraseFamily => family('balanced', 'clause', ...places);
  return [
    // `it is important to answer`, `it is essential that you answer` → `answer`
    {
      ...opens(goes(...it), goes(...how), goes(...matters), goes('to', 'for you to', 'that you')),
      onlyBefore: ordered,
      // "that" may be what is mentioned
      notBefore: ['mention that', 'note that'],
    },
    // `so it is important that you answer` → `so answer`
    {
      ...family(
        'balanced',
        'anywhere',
        stays('and', 'so'),
        goes(...it),
        goes(...how),
        goes(...matters),
        goes('to', 'for you to', 'that you'),
      ),
      notBehindTime: true,
      onlyBefore: ordered,
    },
    // `it is very important that the boat is clean` → `ensure the boat is clean`; not "ensure the boat be clean"
    { ...opens(becomes('ensure', ...it), goes(...how), goes(...matters), goes('that')), notBefore: ['be'] },
    // `very important` → `important`; "unless absolutely necessary" says when
    family(
      'balanced',
      'anywhere',
      goes(...words('very really extremely absolutely incredibly highly vitally critically')),
      stays(...matters.filter((one) => !['critical', 'necessary'].includes(one))),
    ),
  ];
}

/** The same texts up to what is ordered: they go as a whole, so that none of their words is missed. */
export function necessityTexts(): readonly string[] {
  return it.flatMap((is) =>
    how.flatMap((degree) =>
      matters.flatMap((one) =>
        ['to', 'for you to', 'that you', 'that'].map((end) =>
          [is, degree, one, end].filter((part) => part !== '').join(' '),
        ),
      ),
    ),
  );
}
