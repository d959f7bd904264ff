import type { Range } from '../text.ts';
import { sentencesOf } from './layout.ts';
import type { RoleWords } from './lexicons/lexicon.ts';
import type { View } from './view.ts';
import { wordsOf, type Word } from './wording.ts';

/** Words of a role; longer ones say more than who somebody is. */
const longestRole = 8;
/** Characters; no way to begin with a role is longer. */
const longestOpening = 30;

/** The words by which a sentence gives a role: `you are`. */
export function openingOf(said: string, { giving }: RoleWords): string | undefined {
  const begins = said.slice(0, longestOpening).toLowerCase();
  return giving.find((opening) => begins.startsWith(opening));
}

/**
 * Where a text says again to whom it speaks: "As a tour guide, " in "As a tour guide, you answer", once it has said that it
 * speaks to a tour guide. With the blank behind the comma, in order.
 */
export function restatedRoles({
  text,
  lines,
  vocabularyOf,
}: Pick<View, 'text' | 'lines' | 'vocabularyOf'>): Range[] {
  const known = new Set<string>();
  const restated: Range[] = [];
  for (const line of lines) {
    const roles = line.kind === 'text' ? (vocabularyOf(line)?.lexicon.roles ?? null) : null;
    if (roles === null) continue;
    for (const { start, end } of sentencesOf(text, line)) {
      const said = text.slice(start, end);
      if (said.slice(0, longestOpening).toLowerCase().startsWith(`${roles.as} `)) {
        const length = restatedLength(wordsOf(said), roles, known);
        if (length !== null) restated.push({ start, end: start + length });
      }
      if (openingOf(said, roles) !== undefined) for (const { normal } of wordsOf(said)) known.add(normal);
    }
  }
  return restated;
}

/** Characters up to the sentence without its role; `null` where it has none, or one that was not given before. */
function restatedLength(
  words: readonly Word[],
  { as, articles, behind }: RoleWords,
  known: ReadonlySet<string>,
): number | null {
  const comma = words.findIndex(({ normal }) => normal === ',');
  const next = words[comma + 1];
  if (words[0]?.normal !== as || !articles.includes(words[1]?.normal ?? '')) return null;
  if (comma < 3 || comma > longestRole + 2 || next === undefined || !behind.includes(next.normal))
    return null;
  return words.slice(2, comma).every(({ normal }) => known.has(normal)) ? next.start : null;
}
