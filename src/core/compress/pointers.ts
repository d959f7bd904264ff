import type { Range } from '../text.ts';
import { sentencesOf } from './layout.ts';
import type { View } from './view.ts';
import { wordsOf } from './wording.ts';

/** What a person may want to shorten, and no rule may. */
export type Pointer =
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly range: Range;
      readonly tokens: number;
      readonly share: number;
    }
  | {
      readonly kind: 'near-duplicate' | 'contradiction';
      readonly range: Range;
      readonly other: Range;
      readonly tokens: number;
    };

/** Sections with a smaller share are not worth a line. */
const smallestShare = 0.1;
/** Words shared, of all words of both sentences. */
const nearlySame = 0.8;
const sameSubject = 0.7;
/** Pairs are compared within this many sentences; longer texts are compared in their first ones. */
const mostSentences = 600;
const fewestWords = 5;

/** Long sections, sentences that nearly repeat others, and rules that say the opposite of others, each with its tokens. */
export function pointOut(view: View, count: (text: string) => number): Pointer[] {
  return [...sections(view, count), ...pairs(view, count)];
}

function sections(view: View, count: (text: string) => number): Pointer[] {
  const { text, lines } = view;
  const all = count(text);
  const heads = lines.filter(({ kind }) => kind === 'heading');
  if (heads.length < 2 || all === 0) return [];
  return heads
    .map((head, i) => {
      const range = { start: head.start, end: heads[i + 1]?.start ?? text.length };
      const tokens = count(text.slice(range.start, range.end));
      const title = text.slice(head.start, head.end).replace(/^[\s#*_]+|[\s*_:]+$/g, '');
      return { kind: 'section' as const, title, range, tokens, share: tokens / all };
    })
    .filter(({ share }) => share >= smallestShare)
    .sort((a, b) => b.tokens - a.tokens);
}

interface Statement {
  readonly range: Range;
  readonly words: ReadonlySet<string>;
  readonly negated: boolean;
}

function pairs(view: View, count: (text: string) => number): Pointer[] {
  const statements = statementsOf(view);
  const found: Pointer[] = [];
  for (const [i, one] of statements.entries())
    for (const other of statements.slice(0, i)) {
      const shared = overlap(one.words, other.words);
      const kind = kindOf(shared, one.negated !== other.negated);
      if (kind === null) continue;
      const tokens = count(view.text.slice(one.range.start, one.range.end));
      found.push({ kind, range: one.range, other: other.range, tokens });
      break;
    }
  return found;
}

function kindOf(shared: number, opposite: boolean): 'near-duplicate' | 'contradiction' | null {
  if (opposite) return shared >= sameSubject ? 'contradiction' : null;
  return shared >= nearlySame ? 'near-duplicate' : null;
}

/** Sentences as the sets of their words, without articles and without what constrains. */
function statementsOf(view: View): Statement[] {
  const statements: Statement[] = [];
  for (const line of view.lines) {
    const vocabulary = view.vocabularyOf(line);
    if (vocabulary === null) continue;
    for (const range of sentencesOf(view.text, line)) {
      const said = view.text.slice(range.start, range.end);
      const constraints = vocabulary.constraints(said);
      const small = new Set([...vocabulary.lexicon.common, ...vocabulary.lexicon.articles.all]);
      const words = wordsOf(said).filter(
        ({ normal, start }) =>
          /\p{L}/u.test(normal) &&
          !small.has(normal) &&
          !constraints.some((c) => c.start <= start && start < c.end),
      );
      if (words.length < fewestWords - 2 || wordsOf(said).length < fewestWords) continue;
      const negated = constraints.filter(({ kind }) => kind === 'negation').length % 2 === 1;
      statements.push({ range, words: new Set(words.map(({ normal }) => normal)), negated });
      if (statements.length >= mostSentences) return statements;
    }
  }
  return statements;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared || 1);
}
