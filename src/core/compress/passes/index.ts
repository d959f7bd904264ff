import type { Pass } from '../view.ts';
import { articles } from './articles.ts';
import { contractions } from './contractions.ts';
import { duplicates } from './duplicates.ts';
import { json } from './json.ts';
import { phrases } from './phrases.ts';
import { relatives } from './relatives.ts';
import { rulers } from './rulers.ts';
import { tables } from './tables.ts';
import { whitespace } from './whitespace.ts';

/** In the order in which they run, again and again until none has anything left to do. */
export const passes: readonly Pass[] = [
  json,
  tables,
  rulers,
  duplicates,
  phrases,
  relatives,
  contractions,
  articles,
  whitespace,
];
