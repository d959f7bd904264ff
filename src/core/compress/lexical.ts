import { compress } from './compress.ts';
import type { Engine } from './engine.ts';

/** Rules alone: nothing is loaded, nothing is asked, and the same text always gives the same result. */
export const lexical: Engine = {
  id: 'lexical',
  compress({ text, vocabularies, ...options }, { progress }) {
    const compression = compress(text, { ...options, progress }, vocabularies);
    return Promise.resolve({ kind: 'compression', compression });
  },
};
