import type { Proposal } from '../edited.ts';
import { sentencesOf } from '../layout.ts';
import { normal, wordsOf } from '../wording.ts';
import type { Pass } from '../view.ts';

/** Shorter sentences ("Be brief.") may be said twice for a reason that no form tells. Words. */
const fewestWords = 5;

/** A sentence that was said before, word by word, in the same section. Under another heading it may mean other cases. */
export const duplicates: Pass = {
  id: 'duplicates',
  propose(view) {
    const { text, lines } = view;
    const proposals: Proposal[] = [];
    let said = new Set<string>();
    for (const line of lines) {
      if (line.kind === 'heading') said = new Set();
      if (line.kind !== 'text') continue;
      const sentences = sentencesOf(text, line);
      const again = sentences.filter(({ start, end }) => {
        const words = wordsOf(text.slice(start, end));
        const key = normal(text.slice(start, end)).replace(/\s+/g, ' ').trim();
        const known = said.has(key) && words.length >= fewestWords && !/[:;]$/.test(key);
        said.add(key);
        return known;
      });
      if (again.length === 0) continue;
      if (again.length === sentences.length) {
        proposals.push({ start: line.start, end: Math.min(line.end + 1, text.length), text: '' });
        continue;
      }
      for (const { start, end } of again) proposals.push(withBlank(text, start, end, line.content));
    }
    return proposals;
  },
};

function withBlank(text: string, start: number, end: number, content: number): Proposal {
  let from = start;
  while (from > content && /[ \t]/.test(text[from - 1] ?? '')) from--;
  if (from > content) return { start: from, end, text: '' };
  let to = end;
  while (/[ \t]/.test(text[to] ?? '')) to++;
  return { start, end: to, text: '' };
}
