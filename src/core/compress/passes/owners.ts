import { bySentence, isPlain } from '../sentences.ts';
import type { Pass } from '../view.ts';

/** `the name of the guest` → `the guest's name`: of one person, where nothing more is said of them. */
export const owners: Pass = {
  id: 'owners',
  propose: (view) =>
    bySentence(view, ({ said, words, constraints, lexicon: { clauses, common } }) => {
      if (clauses === null) return [];
      const at = (i: number): string => words[i]?.normal ?? '';
      return words.flatMap((word, i) => {
        const [noun, owner, next] = [words[i + 1], words[i + 4], words[i + 5]];
        if (noun === undefined || owner === undefined) return [];
        if (word.normal !== clauses.article || at(i + 2) !== clauses.of || at(i + 3) !== clauses.article)
          return [];
        if (!/^\p{Ll}{3,}$/u.test(said.slice(noun.start, noun.end)) || clauses.notOwned.includes(noun.normal))
          return [];
        if (!clauses.owners.includes(owner.normal) || !isPlain(said, word, owner)) return [];
        // "the account of the user interface": another noun may follow, but not one of the small words
        const isLast =
          next === undefined ||
          /^[.,;:!?)]/.test(next.normal) ||
          common.includes(next.normal) ||
          constraints.some(({ start }) => start === next.start);
        return isLast
          ? [{ start: noun.start, end: owner.end, text: `${owner.normal}'s ${noun.normal}` }]
          : [];
      });
    }),
};
