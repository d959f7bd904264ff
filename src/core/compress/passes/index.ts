import type { Pass } from '../view.ts';
import { addressees } from './addressees.ts';
import { appositions } from './appositions.ts';
import { articles } from './articles.ts';
import { boasts } from './boasts.ts';
import { charges } from './charges.ts';
import { complementizers } from './complementizers.ts';
import { contractions } from './contractions.ts';
import { distributives } from './distributives.ts';
import { duplicates } from './duplicates.ts';
import { etcetera } from './etcetera.ts';
import { infinitives } from './infinitives.ts';
import { json } from './json.ts';
import { labels } from './labels.ts';
import { manners } from './manners.ts';
import { ornaments } from './ornaments.ts';
import { owners } from './owners.ts';
import { phrases } from './phrases.ts';
import { relatives } from './relatives.ts';
import { roles } from './roles.ts';
import { rulers } from './rulers.ts';
import { subjects } from './subjects.ts';
import { tables } from './tables.ts';
import { typography } from './typography.ts';
import { whitespace } from './whitespace.ts';

/** In the order in which they run, again and again until none has anything left to do. */
export const passes: readonly Pass[] = [
  json,
  tables,
  rulers,
  duplicates,
  typography,
  ornaments,
  labels,
  charges,
  etcetera,
  phrases,
  manners,
  roles,
  boasts,
  appositions,
  relatives,
  complementizers,
  owners,
  distributives,
  addressees,
  infinitives,
  subjects,
  contractions,
  articles,
  whitespace,
];
