import { layOutLines, type Line } from './layout.ts';
import type { Level } from './lexicons/lexicon.ts';
import type { Proposal } from './edited.ts';
import { formsIn, Protected, protect } from './protect.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { type Vocabularies, type Vocabulary } from './vocabulary.ts';

/** A text as the passes see it. */
export interface View {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly protected: Protected;
  readonly level: Level;
  /** The text begins and ends where the prompt does. */
  readonly isWhole: boolean;
  /** Those of prose in languages that we know, in order. */
  readonly sentences: readonly Sentence[];
  /** What is known of the language of a line; null where its language is not known for sure. */
  vocabularyOf(line: Line): Vocabulary | null;
}

/** One kind of edit. It proposes; whether the proposals are kept is decided elsewhere. */
export interface Pass {
  readonly id: string;
  /** In order, without overlaps. */
  propose(view: View): Proposal[];
}

export interface ViewOptions {
  readonly level: Level;
  readonly isWhole: boolean;
  readonly patterns: readonly string[];
  /** Where set, all lines are read with it: what is compared with another text must be read as that one is. */
  readonly vocabulary?: Vocabulary | null;
}

export function viewOf(
  text: string,
  { level, isWhole, patterns, vocabulary }: ViewOptions,
  vocabularies: Vocabularies,
): View {
  const lines = layOutLines(text);
  const vocabularyOf =
    vocabulary === undefined
      ? told(text, lines, vocabularies)
      : (line: Line) => (line.kind === 'text' ? vocabulary : null);
  // of most texts nobody asks for it: there is nothing in them that could be shorter
  let kept: Protected | null = null;
  let sentences: readonly Sentence[] | null = null;
  return {
    text,
    lines,
    level,
    isWhole,
    get protected() {
      return (kept ??= new Protected(
        protect(text, lines, patterns, (line) => vocabularies.forms.get(line, formsIn)),
      ));
    },
    get sentences() {
      return (sentences ??= readSentences(text, lines, vocabularyOf));
    },
    vocabularyOf,
  };
}

/** The language of each line of text, told by those around it. */
function told(text: string, lines: readonly Line[], vocabularies: Vocabularies): View['vocabularyOf'] {
  let whole: { readonly vocabulary: Vocabulary | null } | null = null;
  const ofWhole = (): Vocabulary | null => {
    whole ??= { vocabulary: vocabularies.told(lines.map(({ start, end }) => text.slice(start, end))) };
    return whole.vocabulary;
  };
  const known = new Map<Line, Vocabulary | null>();
  for (const block of blocksOf(lines)) {
    const said = block.map(({ content, end }) => text.slice(content, end));
    const length = said.reduce((sum, line) => sum + line.length, said.length - 1);
    const vocabulary = length < shortest ? ofWhole() : vocabularies.told(said);
    for (const line of block) known.set(line, vocabulary);
  }
  return (line) => known.get(line) ?? null;
}

/** A line or two has too few words to tell its language; it has that of the whole text. Characters. */
const shortest = 120;

/** Lines of text that follow one another. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.kind !== 'text') open = null;
    else if (open === null) blocks.push((open = [line]));
    else open.push(line);
  }
  return blocks;
}
