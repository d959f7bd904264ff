import { words, type Lexicon } from './lexicon.ts';
import { articles } from './english/articles.ts';
import { constraints } from './english/constraints.ts';
import { contractions } from './english/contractions.ts';
import { familyPhrases } from './english/families.ts';
import { mannerPhrases } from './english/manners.ts';
import { openings } from './english/openings.ts';
import { pleonasms } from './english/pleonasms.ts';
import { relatives } from './english/relatives.ts';
import { wordyPhrases } from './english/phrases.ts';

export const english: Lexicon = {
  id: 'en',
  common: words(
    'the and of to you your is are in that this with for it be not or on from by if their any should will please a an do as what each at when which who has have one before after only',
  ),
  constraints,
  phrases: () => [...wordyPhrases(), ...pleonasms(), ...mannerPhrases(), ...familyPhrases(), ...openings()],
  contractions: contractions(),
  articles,
  relatives,
};
