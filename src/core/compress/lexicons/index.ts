import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Lexicon } from './lexicon.ts';
import { spanish } from './spanish.ts';

/** The languages whose constraints are known. Text in any other is compressed in its structure alone. */
export const lexicons: readonly Lexicon[] = [english, german, french, spanish];
