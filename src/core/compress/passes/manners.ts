import type { Proposal } from '../edited.ts';
import type { MannerWords } from '../lexicons/lexicon.ts';
import { atWords } from '../sentences.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `in a clear, very polite and brief manner` → `clearly, very politely and briefly` */
export const manners: Pass = {
  id: 'manners',
  propose: (view) =>
    atWords(
      view,
      ({ manners: known }) => (known === null ? [] : [known.preposition]),
      ({ said, reading: { words }, lexicon: { manners: known } }, i) =>
        known === null ? null : inPhrase(said, words, i, known),
    ),
};

/** @param i of the preposition. */
function inPhrase(said: string, words: readonly Word[], i: number, known: MannerWords): Proposal | null {
  const { articles, adverbs, degrees, joins, ways, before } = known;
  const first = words[i];
  if (first === undefined || !articles.includes(words[i + 1]?.normal ?? '')) return null;
  const edits: { readonly word: Word; readonly adverb: string }[] = [];
  for (let n = i + 2; n < words.length; n++) {
    const word = words[n] as Word;
    const adverb = adverbs.get(word.normal);
    if (adverb !== undefined) edits.push({ word, adverb });
    else if (ways.includes(word.normal)) {
      const last = words[n - 1] as Word;
      const next = words[n + 1]?.normal ?? '.';
      // "in a clear way that …" goes on
      if (edits.at(-1)?.word !== last || !(before.includes(next) || /^[.,;:!?)]/.test(next))) return null;
      const from = (words[i + 2] as Word).start;
      return {
        start: first.start,
        end: word.end,
        text: withAdverbs(said, { start: from, end: last.end }, edits),
      };
    } else if (!degrees.includes(word.normal) && !joins.includes(word.normal)) return null;
  }
  return null;
}

function withAdverbs(
  said: string,
  { start, end }: { readonly start: number; readonly end: number },
  edits: readonly { readonly word: Word; readonly adverb: string }[],
): string {
  let [out, at] = ['', start];
  for (const { word, adverb } of edits) {
    out += said.slice(at, word.start) + adverb;
    at = word.end;
  }
  return out + said.slice(at, end);
}
