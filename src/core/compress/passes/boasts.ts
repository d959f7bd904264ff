import type { Proposal } from '../edited.ts';
import type { RoleWords } from '../lexicons/lexicon.ts';
import { openingOf } from '../roles.ts';
import { bySentence, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/**
 * `You are a highly skilled, world-class expert` → `You are an expert`: whoever is one is skilled. At the last level of any
 * role: `You are a seasoned editor` → `You are an editor`.
 */
export const boasts: Pass = {
  id: 'boasts',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? bySentence(view, (sentence) => {
          const proposal = inRole(sentence, reaches(view.level, 'aggressive'));
          return proposal === null ? [] : [proposal];
        })
      : [],
};

function inRole(sentence: Sentence, all: boolean): Proposal | null {
  const {
    said,
    lexicon: { roles },
  } = sentence;
  const opening = roles === null ? undefined : openingOf(said, roles);
  if (opening === undefined || roles === null) return null;
  const { words } = sentence.reading;
  const first = words.findIndex(({ start }) => start >= opening.length);
  const article = words[first];
  if (article === undefined || !roles.indefinite.includes(article.normal)) return null;
  const role = endOfBoast(
    first + 1,
    words.map(({ normal }) => normal),
    roles,
  );
  const next = role === null ? undefined : words[role];
  if (role === null || next === undefined || !/^\p{L}[\p{L}-]+$/u.test(next.normal)) return null;
  // the noun may stand behind what it is an expert of: "a skilled tax expert"
  const noun = words.slice(role, role + 4).some(({ normal }) => roles.skilled.includes(normal));
  if (!all && !noun) return null;
  const name = said.slice(next.start, next.end);
  const text = roles.articleOf(name);
  return text === null ? null : { start: article.start, end: next.start, text: `${text} ` };
}

/** The word behind what is boasted, `null` where nothing is. */
function endOfBoast(
  from: number,
  words: readonly string[],
  { degrees, boasts: known, joins }: RoleWords,
): number | null {
  let end: number | null = null;
  for (let i = from; i < words.length; i++) {
    const word = words[i] ?? '';
    if (known.includes(word)) end = i + 1;
    else if (!degrees.includes(word) && !joins.includes(word)) break;
  }
  // "a skilled and friendly baker": what is joined to it stays, and so does it
  return end !== null && joins.includes(words[end] ?? '') ? null : end;
}
