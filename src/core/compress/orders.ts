import type { Range } from '../text.ts';
import { binds } from './demands.ts';
import { sentencesOf, type Line } from './layout.ts';
import type { View } from './view.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence that asks for something, by a word that constrains or by its mood alone. */
export interface Order extends Range {
  /** The words by which its mood is seen. */
  readonly heads: readonly Range[];
}

/**
 * The sentences of a text that ask for something, in order. Whether one does may hang on what stands above it: what is
 * listed under an order, under a heading such as "Output format" or behind a label such as "Tone:" is asked for too.
 */
export function ordersOf(view: Pick<View, 'text' | 'lines' | 'vocabularyOf'>): Order[] {
  const orders: Order[] = [];
  const above: Above = { section: false, list: false, open: false };
  for (const line of view.lines) {
    if (line.kind === 'blank') above.open = false;
    if (line.kind === 'heading') enter(view, line, above);
    const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
    if (vocabulary !== null) orders.push(...inLine(view.text, line, vocabulary, above));
  }
  return orders;
}

/** What the lines above say of those below. */
interface Above {
  /** A heading names what is made, or how. */
  section: boolean;
  /** An order ended in a colon, and its list goes on. */
  list: boolean;
  /** The last sentence asks, and goes on in the next line. */
  open: boolean;
}

function enter(
  { text, lines, vocabularyOf }: Pick<View, 'text' | 'lines' | 'vocabularyOf'>,
  heading: Line,
  above: Above,
): void {
  // a heading has no language of its own: that of the first line of text below it
  const below = lines.find(({ kind, start }) => kind === 'text' && start > heading.start);
  const vocabulary = below === undefined ? null : vocabularyOf(below);
  const said = text.slice(heading.start, heading.end);
  above.section = vocabulary !== null && vocabulary.mood.names(vocabulary.read(said).words);
  above.list = false;
  above.open = false;
}

function inLine(text: string, line: Line, vocabulary: Vocabulary, above: Above): Order[] {
  const isItem = /\S/.test(text.slice(line.start, line.content));
  if (!isItem && !above.open && !isIndented(text, line)) above.list = false;
  const sentences = sentencesOf(text, line);
  let labelled = above.section || (above.list && isItem) || (above.open && !isItem);
  let asked = false;
  const orders: Order[] = [];
  for (const { start, end } of sentences) {
    const said = text.slice(start, end);
    const { words, constraints } = vocabulary.read(said);
    const { asks, heads } = vocabulary.mood.of(said, words);
    asked = labelled || asks || binds(constraints);
    if (asked)
      orders.push({
        start,
        end,
        heads: heads.map((head) => ({ start: start + head.start, end: start + head.end })),
      });
    if (said.endsWith(':')) labelled ||= asked || vocabulary.mood.names(words);
  }
  const last = text.slice(line.content, line.end).trimEnd();
  if (last.endsWith(':')) above.list = labelled;
  above.open = asked && /[\p{L}\p{N},–-]$/u.test(last);
  return orders;
}

/** What is indented goes on with the item above it. */
function isIndented(text: string, { start }: Line): boolean {
  return text[start] === ' ' || text[start] === '\t';
}
