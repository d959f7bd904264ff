import { words } from '../lexicon.ts';
import type { SubjectWords } from '../subjects.ts';

export const subjects: SubjectWords = {
  again: ['you', 'it', 'they'],
  join: 'and',
  first: new Map(words("you you'll you're you've").map((word) => [word, 'you'])),
  determiners: ['your', 'the', 'all', 'each'],
  one: 'it',
  several: 'they',
  clauses: words(
    `after although as because before but he how i if it once or she since so than that then they though unless until we what
    when whenever where whether which while who whom whose you`,
  ),
  past: /ed$/,
  negated: ['can not', 'could not', 'may not', 'must not', 'should not', 'will not'],
  future: 'will',
};
