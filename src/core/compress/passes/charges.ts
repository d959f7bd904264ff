import type { ChargeWords } from '../lexicons/lexicon.ts';
import { bySentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `Make sure that you answer` → `Answer`, `You are responsible for reading and sorting` → `Read and sort`: the verb of what is ordered is an order. */
export const charges: Pass = {
  id: 'charges',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? bySentence(view, ({ said, lexicon: { charges: known } }) => {
          if (known === null) return [];
          const lower = said.slice(0, longest).toLowerCase();
          for (const [opening, form] of known.before) {
            if (!lower.startsWith(opening)) continue;
            const order = ordered(lower.slice(opening.length), known, form);
            if (order === null) continue;
            if (form === 'gerunds' && known.goesOn.test(said.slice(opening.length + order.length))) continue;
            const text = /^\p{Lu}/u.test(said)
              ? order.text.charAt(0).toUpperCase() + order.text.slice(1)
              : order.text;
            return [{ start: 0, end: opening.length + order.length, text }];
          }
          return [];
        })
      : [],
};

/** The verbs that stand side by side at the beginning of a text, as an order has them. @returns also their length there. */
function ordered(
  said: string,
  known: ChargeWords,
  form: ChargeWords['before'][number][1],
): { readonly length: number; readonly text: string } | null {
  let text = '';
  let length = 0;
  for (;;) {
    const [whole, joint = '', word = ''] = joined.exec(said.slice(length)) ?? [''];
    const verb = (length === 0) === (joint === '') ? known[form](word) : null;
    if (verb === null) break;
    text += joint + verb;
    length += whole.length;
    if (form === 'plain') break;
  }
  return length === 0 ? null : { length, text };
}

const joined = /^((?:, (?:and |or )?| and | or )?)([a-z]+)(?![\w'’-])/;

/** Characters; no opening with its verbs is longer. */
const longest = 100;
