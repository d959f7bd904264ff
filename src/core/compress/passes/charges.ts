import { bySentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `Make sure that you answer` → `Answer`, `You are responsible for sorting` → `Sort`: the verb of what is ordered is an order. */
export const charges: Pass = {
  id: 'charges',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? bySentence(view, ({ said, lexicon: { charges: known } }) => {
          if (known === null) return [];
          const lower = said.slice(0, longest).toLowerCase();
          for (const [opening, form] of known.before) {
            if (!lower.startsWith(opening)) continue;
            const word = /^[a-z]+(?![\w'’-])/.exec(lower.slice(opening.length))?.[0] ?? '';
            const verb = known[form](word);
            if (verb === null || known.goesOn.test(said.slice(opening.length))) continue;
            const text = /^\p{Lu}/u.test(said) ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb;
            return [{ start: 0, end: opening.length + word.length, text }];
          }
          return [];
        })
      : [],
};

/** Characters; no opening with its verb is longer. */
const longest = 60;
