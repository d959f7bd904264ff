import { words, type Lexicon } from './lexicon.ts';
import { constraints } from './english/constraints.ts';
import { wordy } from './english/phrases.ts';

export const english: Lexicon = {
  id: 'en',
  common: words(
    'the and of to you your is are in that this with for it be not or on from by if their any should will please a an do as what',
  ),
  constraints,
  phrases: wordy,
  articles: ['a', 'an', 'the'],
};
