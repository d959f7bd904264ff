import type { Proposal } from '../edited.ts';
import type { Line } from '../layout.ts';
import { normal, wordsOf } from '../wording.ts';
import type { Pass, View } from '../view.ts';

/** Shorter lines ("Be brief.") may be said twice for a reason that no form tells. Words. */
const fewestWords = 5;

/**
 * A line that was said before, word by word, in the same section. Under another heading it may mean other cases. A
 * sentence within a longer line is not one: "Contains milk." speaks of what stands before it.
 */
export const duplicates: Pass = {
  id: 'duplicates',
  propose(view) {
    const { text, lines } = view;
    const proposals: Proposal[] = [];
    let said = new Set<string>();
    for (const line of lines) {
      if (line.kind === 'heading') said = new Set();
      const key = line.kind === 'text' ? keyOf(text, line) : null;
      if (key === null) continue;
      if (said.has(key) && wordsOf(key).length >= fewestWords && !isFormal(view, line))
        proposals.push({ start: line.start, end: Math.min(line.end + 1, text.length), text: '' });
      said.add(key);
    }
    return proposals;
  },
};

/** What a line says; `null` where it is no sentence. */
function keyOf(text: string, { content, end }: Line): string | null {
  const said = text.slice(content, end).trimEnd();
  if (!/^\p{L}[^]*[\p{L}\p{N}.!?"')]$/u.test(said)) return null;
  return normal(said).replace(/\s+/g, ' ');
}

/** Whether a line is part of a form: markup, code, a blank to fill in. */
function isFormal({ protected: kept }: View, { content, end }: Line): boolean {
  return kept.spans.some(
    ({ kind, start, end: last }) =>
      start < end &&
      last > content &&
      (kind === 'tag' || kind === 'code' || kind === 'placeholder' || kind === 'pattern'),
  );
}
