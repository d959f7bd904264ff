import type { MapPart } from '../cache/parts.ts';
import type { MessagePart } from '../prompts/request.ts';
import type { MeteredCall, MeteredPrompt } from '../report.ts';
import type { Unit } from '../source/workspace.ts';
import type { Edit, Range } from '../text.ts';
import { expressionIn, meansTheSame, nodesAround } from './code.ts';
import { lineOf } from './lines.ts';
import { fillable, literalAround, type Literal } from './literals.ts';
import type { Fault, Sources } from './rule.ts';

/** A value that stands in front of fixed text of later messages. */
export interface InFront {
  readonly call: MeteredCall;
  readonly hole: MapPart;
  readonly prompt: MeteredPrompt;
  readonly sources: Sources;
}

/**
 * Moves the line of a hole, or its sentence, into the last message, which the user's words change anyway.
 * @returns `null` where that is no user's message written in the same file, or the value cannot be read there.
 */
export function moveToUser({ call, hole, prompt, sources }: InFront): Fault['fix'] {
  const unit = sources.unit(hole.path);
  const last = call.messages.at(-1);
  const part = last?.parts.at(-1);
  if (unit === null || last?.role !== 'user' || last.many || part?.kind !== 'text' || part.path !== hole.path)
    return null;
  const line = lineOf(prompt, hole.range, sources);
  const literal = literalAround(sources, hole.path, hole.range);
  const value = expressionIn(sources, hole);
  const [into] = nodesAround(unit, part.range);
  if (line === null || literal === null || value === null || into === undefined) return null;
  if (!meansTheSame(value, into.node) || part.prompts.includes(prompt.id)) return null;
  const words = unit.text.slice(line.content.start, line.content.end);
  const added = withWords(unit, part, words, literal);
  if (added === null) return null;
  const edits = [{ range: cut(line, unit), text: '' }, added];
  return {
    title: 'Move this into the last message of the user',
    disposition: 'review',
    edits: edits.map((edit) => ({ path: unit.path, ...edit })),
  };
}

/** What ends the line goes with it; where it ends the text, what stands before it. */
function cut({ whole, separator }: { whole: Range; separator: string }, { text }: Unit): Range {
  if (separator !== '') return whole;
  const before = /(?:\r?\n|\\n|[ \t])+$/.exec(text.slice(0, whole.start))?.[0] ?? '';
  return { start: whole.start - before.length, end: whole.end };
}

/** The user's words, and behind them the line. */
function withWords(unit: Unit, { range }: MessagePart, words: string, from: Literal): Edit | null {
  const user = unit.text.slice(range.start, range.end);
  const open = fillable(unit, user);
  if (open !== null) {
    const at = range.end - open.closes.length;
    return open.closes === from.closes ? { range: { start: at, end: at }, text: `\\n\\n${words}` } : null;
  }
  // a literal that is not filled, or text of several literals, would have to be written anew
  if (/^[rbuf]*["']/i.test(user) || /["'`]\s*$/.test(user)) return null;
  const [opens, closes, hole] =
    unit.language.id === 'python' ? ['f"', '"', `{${user}}`] : ['`', '`', `\${${user}}`];
  if (unit.language.id === 'python' && (user + words).includes('"')) return null;
  return { range, text: `${opens}${hole}\\n\\n${words}${closes}` };
}
