import type { Range } from '../../text.ts';
import { binds } from '../demands.ts';
import type { Proposal } from '../edited.ts';
import { layOutLines, type Line } from '../layout.ts';
import type { View, Pass } from '../view.ts';
import { wordsOf } from '../wording.ts';

/**
 * `- **Be brief**: Answer in a line` → `- Be brief: Answer in a line`: a label is seen by its colon. Not where a text speaks
 * of its form, nor where what is labelled may be a form to be filled in.
 */
export const ornaments: Pass = {
  id: 'ornaments',
  propose(view) {
    if (!mayHave(view)) return [];
    const proposals: Proposal[] = [];
    let block: Label[] = [];
    // what is to be made just so is told by the heading above, and by the line that leads up to a list
    let [section, list] = [false, false];
    const close = (): void => {
      // what is written in one way stays so
      if (block.every(({ isInstruction }) => isInstruction)) proposals.push(...block.flatMap(without));
      block = [];
    };
    for (const line of view.lines) {
      if (line.kind === 'blank') continue;
      const label = line.kind === 'text' ? labelOf(view, line) : null;
      if (label !== null) {
        if (!section && !list) block.push(label);
        continue;
      }
      if (line.kind === 'heading') section = namesForm(view, line);
      const opens = view.text.slice(line.start, line.end).trimEnd().endsWith(':');
      if (line.kind !== 'text' || opens) close();
      list = opens ? namesForm(view, line) : list && line.kind === 'text' && line.content > line.start;
    }
    close();
    return proposals;
  },
};

/** Words by which a text is seen to speak of its form. */
const ofForms = /\bbold|markdown|asterisk|\bfett\b|\bgras\b|negrita/i;

function mayHave({ level, text }: View): boolean {
  return level !== 'safe' && text.includes('**') && !ofForms.test(text);
}

interface Label {
  /** Between the stars. */
  readonly label: Range;
  readonly isInstruction: boolean;
}

/** In stars, with a colon or a full stop at one of their sides, and words behind it. */
const labelled = /^\*\*([\p{Lu}\d][^*\n`{}<>]{1,60})\*\*(?:(?<=[:.]\*\*)|(?=:)):?(?=\s+\S)/u;

function labelOf(view: View, line: Line): Label | null {
  const said = view.text.slice(line.content, line.end);
  const found = labelled.exec(said);
  const [whole, name] = found ?? [];
  const vocabulary = view.vocabularyOf(line);
  if (whole === undefined || name === undefined || vocabulary === null) return null;
  const start = line.content + 2;
  const rest = said.slice(whole.length).trim();
  const reading = vocabulary.read(rest);
  const lead = view.text.slice(line.start, line.content);
  const [bare] = layOutLines(lead + said.replaceAll('**', '')).map(({ kind }) => kind);
  const isOrder = vocabulary.mood.of(rest, reading.words).asks || binds(reading.constraints);
  const isForm = wordsOf(name).some(({ normal }) => vocabulary.lexicon.orders.results.includes(normal));
  return {
    label: { start, end: start + name.length },
    isInstruction: isOrder && !isForm && bare === 'text' && !view.protected.touches(start - 2, start),
  };
}

/** What headings and the lines above lists call what is made, besides the results that a language knows. */
const made =
  /\b(?:outputs?|structured?|templates?|formats?|formatted|examples?|sections?|topics?|parts?|chapters?|abschnitte?n?|kapitel|aufbau|parties|plan|secciones|partes)\b/i;

function namesForm({ text, vocabularyOf, lines }: View, { start, end }: Line): boolean {
  const said = text.slice(start, end);
  const below = lines.find((line) => line.kind === 'text' && line.start >= start);
  const results = below === undefined ? [] : (vocabularyOf(below)?.lexicon.orders.results ?? []);
  return made.test(said) || wordsOf(said).some(({ normal }) => results.includes(normal));
}

function without({ label: { start, end } }: Label): Proposal[] {
  const whole = { start: start - 2, end: end + 2 };
  return [
    { start: start - 2, end: start, text: '', whole },
    { start: end, end: end + 2, text: '', whole },
  ];
}
