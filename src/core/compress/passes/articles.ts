import type { Proposal } from '../edited.ts';
import { sentencesOf } from '../layout.ts';
import { reaches } from '../vocabulary.ts';
import { wordsOf } from '../wording.ts';
import type { Pass } from '../view.ts';

/** Articles of sentences that hold no constraint, at the last level only. */
export const articles: Pass = {
  id: 'articles',
  propose(view) {
    if (!reaches(view.level, 'aggressive')) return [];
    return view.lines.flatMap((line) => {
      const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
      if (vocabulary === null || vocabulary.lexicon.articles.length === 0) return [];
      return sentencesOf(view.text, line).flatMap(({ start, end }) => {
        const said = view.text.slice(start, end);
        if (vocabulary.constraints(said).length > 0) return [];
        return inSentence(view.text, said, start, vocabulary.lexicon.articles).filter(
          (proposal) => !view.protected.touches(proposal.start, proposal.end),
        );
      });
    });
  },
};

/** An article inside the sentence goes with the blank behind it; the first word of a sentence stays. */
function inSentence(text: string, said: string, offset: number, known: readonly string[]): Proposal[] {
  const words = wordsOf(said);
  return words.flatMap(({ normal, start, end }, i) => {
    const next = words[i + 1];
    const plain = i > 0 && known.includes(normal) && /^\p{Ll}+$/u.test(said.slice(start, end));
    if (!plain || next === undefined || next.start !== end + 1 || !/^\p{L}/u.test(next.normal)) return [];
    if (quantities.has(next.normal) || speaksOf.has(words[i - 1]?.normal ?? '')) return [];
    return text[offset + end] === ' ' ? [{ start: offset + start, end: offset + end + 1, text: '' }] : [];
  });
}

/** "a few" is more than "few". */
const quantities = new Set(['few', 'little', 'lot', 'bit']);

/** Behind these stands who the model is ("you are a baker") or a letter that is spoken of ("option a"). */
const speaksOf = new Set(['are', 'as', "you're", 'option', 'plan', 'type', 'grade', 'vitamin']);
