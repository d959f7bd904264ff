import type { MeteredPrompt } from '../report.ts';
import type { Range } from '../text.ts';
import { lineOf } from './lines.ts';
import type { Fault, Sources } from './rule.ts';

/**
 * Moves the line of a hole, or its sentence, to the end of the text that it stands in.
 * @returns `null` where the text is not written in one piece, or the hole stands at its end already.
 */
export function moveToEnd(prompt: MeteredPrompt, hole: Range, sources: Sources): Fault['fix'] {
  const line = lineOf(prompt, hole, sources);
  const source = sources.text(prompt.path);
  if (line === null || source === null || line.separator === '') return null;
  const { content, whole, separator, text } = line;
  const tail = source.slice(whole.end, text.end);
  const insertAt = text.end - (/(?:(?:\r?\n|\\n)[ \t]*)*$/.exec(tail)?.[0].length ?? 0);
  if (insertAt <= whole.end) return null;
  const moved = separator + source.slice(content.start, content.end);
  return {
    title: `Move this ${/\n|\\n/.test(separator) ? 'line' : 'sentence'} to the end of the prompt`,
    disposition: 'review',
    edits: [
      { path: prompt.path, range: whole, text: '' },
      { path: prompt.path, range: { start: insertAt, end: insertAt }, text: moved },
    ],
  };
}
