import type { Range } from '../../text.ts';
import { holeMark } from '../draft.ts';
import type { CompressionEdit } from '../edited.ts';
import type { CompressionTask, Engine, EngineOutcome, Watch } from '../engine.ts';
import { held, viewOfTask } from '../held.ts';
import { validate, type Loss } from '../validate.ts';
import { wordsOf } from '../wording.ts';
import { differenceOf } from './difference.ts';
import { again, answered, instructions } from './instructions.ts';
import { withMarks, withoutMarks } from './marks.ts';
import { sectionsOf } from './sections.ts';

/** One thing said to a language model, or by it. */
export interface Said {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/**
 * A language model that the user has.
 * @throws Error whose message is a fragment that says why there is no answer.
 */
export type Write = (conversation: readonly Said[], signal: AbortSignal) => Promise<string>;

/** Words may come and go and change their order; whatever constrains or is protected may not. */
const rules = { ordered: false, words: 'free', orders: 'free' } as const;

/**
 * A language model says each section shorter. What its answer lost is told to it once; a section that loses something
 * again stays as it was. A model that gives no answer at all ends the task.
 */
export function rewriting(write: Write): Engine {
  return { id: 'rewrite', compress: (task, watch) => rewrite(write, task, watch) };
}

async function rewrite(write: Write, task: CompressionTask, watch: Watch): Promise<EngineOutcome> {
  const view = viewOfTask(task);
  const sections = sectionsOf(view);
  const edits: CompressionEdit[] = [];
  const refused: Loss[] = [];
  for (const [i, section] of sections.entries()) {
    watch.progress(i, sections.length);
    if (watch.signal.aborted) return { kind: 'failed', why: 'it was cancelled' };
    try {
      const done = await sectionEdits(write, task, { section, group: i + 1, signal: watch.signal });
      edits.push(...done.edits);
      refused.push(...done.losses);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', why: watch.signal.aborted ? 'it was cancelled' : why };
    }
  }
  watch.progress(sections.length, sections.length);
  const compression = held(task, edits, rules, view);
  return {
    kind: 'compression',
    compression: { ...compression, refused: [...refused, ...compression.refused] },
  };
}

interface Asked {
  readonly section: Range;
  readonly group: number;
  readonly signal: AbortSignal;
}

/** The edits of the first answer that loses nothing, of two; else what the last one lost. */
async function sectionEdits(
  write: Write,
  task: CompressionTask,
  { section, group, signal }: Asked,
): Promise<{ readonly edits: readonly CompressionEdit[]; readonly losses: readonly Loss[] }> {
  const before = task.text.slice(section.start, section.end);
  const conversation: Said[] = [
    { role: 'system', text: instructions },
    { role: 'user', text: `<section>\n${withMarks(before)}\n</section>` },
  ];
  let losses: readonly Loss[] = [];
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await write(conversation, signal);
    const after = withoutMarks(answered(answer), before);
    const edits = after === null ? [] : editsOf(before, after, section.start, group);
    losses =
      after === null
        ? [unlike('a value that is filled in is missing from its rewrite, or stands elsewhere', section)]
        : lossesOf(task, section, after, edits);
    if (losses.length === 0) return { edits, losses };
    conversation.push({ role: 'assistant', text: answer }, { role: 'user', text: again(losses) });
  }
  return { edits: [], losses };
}

/** Between each two holes by itself: a hole stands where it stood. */
function editsOf(before: string, after: string, offset: number, group: number): CompressionEdit[] {
  const parts = after.split(holeMark);
  let start = offset;
  return before.split(holeMark).flatMap((part, i) => {
    const from = start;
    start += part.length + 1;
    return differenceOf(part, parts[i] ?? '').map((edit) => ({
      start: from + edit.start,
      end: from + edit.end,
      text: edit.text,
      passes: ['rewrite'],
      group,
    }));
  });
}

function lossesOf(
  { text, patterns, vocabularies, count }: CompressionTask,
  section: Range,
  after: string,
  edits: readonly CompressionEdit[],
): readonly Loss[] {
  const before = text.slice(section.start, section.end);
  const lost = validate(text, edits, { ...rules, patterns }, vocabularies);
  if (lost.length > 0) return lost;
  if (count(after) > count(before)) return [unlike('its rewrite has more tokens', section)];
  return isLike(before, after) ? [] : [unlike('most words of its rewrite are others', section)];
}

/** Of the words of an answer, so many must be the section's own: where nothing constrains, anything else would pass. */
const leastShared = 0.5;
/** An answer with less of the section's length says less. */
const leastLength = 0.2;

function isLike(before: string, after: string): boolean {
  const own = new Set(content(before));
  const said = content(after);
  const shared = said.filter((word) => own.has(word)).length;
  return after.length >= before.length * leastLength && shared >= said.length * leastShared;
}

/** Beginnings of the longer words, so that another ending is not another word. */
function content(text: string): string[] {
  return wordsOf(text).flatMap(({ normal }) => (/^\p{L}{4,}/u.test(normal) ? [normal.slice(0, 5)] : []));
}

function unlike(what: string, paragraph: Range): Loss {
  return { kind: 'unlike', what, paragraph };
}
