import { words } from '../lexicon.ts';

/** Up to ten they also stand behind an article: "a five minute walk". */
export const upToTen = words('one two three four five six seven eight nine ten');

/** Words that say how many. */
export const numbers = [...upToTen, ...words('eleven twelve twenty hundred thousand')];
