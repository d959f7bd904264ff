import type { CompressionEdit } from '../../src/core/compress/edited.ts';
import { levels } from '../../src/core/compress/lexicons/lexicon.ts';
import { shorten } from '../core/compress/counting.ts';
import { randomFrom } from '../hostile/mutate.ts';
import type { HeldTo } from './measure.ts';

/** One row of the table: a way to make a text shorter. */
export interface Compressor {
  readonly name: string;
  /** Ours must keep everything; what the others lose is what the table shows. */
  readonly isOurs: boolean;
  /** What of the validator holds for it. */
  readonly rules: HeldTo;
  readonly compress: (text: string) => readonly CompressionEdit[];
}

const lexical: readonly Compressor[] = levels.map((level) => ({
  name: `lexical, ${level}`,
  isOurs: true,
  rules: { words: 'declared', orders: 'free' },
  compress: (text) => shorten(text, level).edits,
}));

/** What a word list for search engines calls stop words (NLTK's English one has the same classes). */
const stopWords = new Set(
  'a an the and but if or because as until while of at by for with about against between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very can will just should now is are was were be been being have has had do does did i you he she it we they this that these those'.split(
    ' ',
  ),
);

const anything: HeldTo = { words: 'free', orders: 'free' };

const baselines: readonly Compressor[] = [
  { name: 'the text as it is', isOurs: false, rules: anything, compress: () => [] },
  {
    name: 'every run of blanks as one',
    isOurs: false,
    rules: anything,
    compress: (text) => Array.from(text.matchAll(/\s{2,}|\n/g), (match) => edit(match, ' ')),
  },
  {
    name: 'stop words left out',
    isOurs: false,
    rules: anything,
    compress: (text) =>
      Array.from(text.matchAll(/\b[a-z]+\b[ ]?/gi))
        .filter(([word]) => stopWords.has(word.trim().toLowerCase()))
        .map((match) => edit(match, '')),
  },
  {
    name: 'random words left out, as many tokens as “aggressive” saves',
    isOurs: false,
    rules: anything,
    compress: randomly,
  },
];

export const compressors: readonly Compressor[] = [...lexical, ...baselines];

function randomly(text: string): CompressionEdit[] {
  const { tokens } = shorten(text, 'aggressive');
  const share = (tokens.before - tokens.after) / tokens.before;
  const next = randomFrom(text.length);
  return Array.from(text.matchAll(/[^\s]+[ ]?/g))
    .filter(() => next() < share)
    .map((match) => edit(match, ''));
}

function edit(match: RegExpExecArray, text: string): CompressionEdit {
  const [start, end] = [match.index, match.index + match[0].length];
  return { start, end, text, passes: ['baseline'], group: start };
}
