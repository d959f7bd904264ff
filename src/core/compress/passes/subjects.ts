import type { Proposal } from '../edited.ts';
import type { SubjectWords } from '../lexicons/subjects.ts';
import { isMark } from '../mood.ts';
import { atWords, isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `You get a letter, and you sort it` → `You get a letter, and sort it`: who does the first does the second. */
export const subjects: Pass = {
  id: 'subjects',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? atWords(
          view,
          ({ subjects: known }) => known?.again ?? [],
          (sentence, i) => {
            const { subjects: known } = sentence.lexicon;
            return known === null ? null : saidAgain(sentence, i, known);
          },
        )
      : [],
};

/** @param i of the subject that may be said again. */
function saidAgain(sentence: Sentence, i: number, known: SubjectWords): Proposal | null {
  const { said, reading, lexicon } = sentence;
  const { words, constraints } = reading;
  const [join, subject, verb] = [words[i - 1], words[i], words[i + 1]];
  if (subject === undefined || verb === undefined || !isPlain(said, join, verb)) return null;
  if (join?.normal !== known.join || firstSubject(sentence, known) !== subject.normal) return null;
  const before = words.slice(2, i - 1);
  const isOneClause = before.every(
    (word) => !known.clauses.includes(word.normal) && (word.normal === ',' || !isMark(word)),
  );
  // "you attended a concert, and you tell of it" speaks of two times
  const isPast = words.slice(1, 3).some(({ normal }) => known.past.test(normal));
  if (!isOneClause || isPast) return null;
  // what is forbidden, allowed or done only so in the first clause would be so in the second one too
  const isBound = constraints.some(
    ({ end, kind, name }) =>
      end < subject.start && (kind === 'restrictor' ? !lexicon.loose.includes(name) : name !== known.future),
  );
  const isOwn = constraints.some(
    ({ start, kind, name }) => start === verb.start && (kind === 'modal' || known.negated.includes(name)),
  );
  return isBound && !isOwn ? null : { start: subject.start, end: verb.start, text: '' };
}

/** The pronoun that would say the subject of a sentence again; `null` where that cannot be told. */
function firstSubject({ reading, lexicon }: Sentence, known: SubjectWords): string | null {
  const [first, second, third] = reading.words;
  const pronoun = known.first.get(first?.normal ?? '');
  if (pronoun !== undefined) return pronoun;
  if (second === undefined || !known.determiners.includes(first?.normal ?? '')) return null;
  if (!lexicon.orders.results.includes(second.normal)) return null;
  const isSubject = reading.constraints.some(({ start, kind }) => start === third?.start && kind === 'modal');
  if (!isSubject) return null;
  return second.normal.endsWith('s') ? known.several : known.one;
}
