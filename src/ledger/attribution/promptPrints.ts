import type { Hole, Prompt, Text } from '../../core/prompts/prompt.ts';
import { digestOf } from '../prints.ts';
import { runsOf, wholeOf } from './runs.ts';
import { isInWord, wordsOf } from './words.ts';

/** What a prompt of the source leaves in every request that it is sent with, whatever fills its holes. */
export interface PromptPrints {
  readonly prompt: string;
  /** Whether it stands in the system text, by which a request is known first. */
  readonly isSystem: boolean;
  /** Of all its words, where it has no holes. */
  readonly whole: number | null;
  /** Of the runs of words that no hole interrupts. */
  readonly runs: readonly number[];
  /** Of both: another text has another one. */
  readonly digest: string;
}

/** A prompt of the source, as far as it leaves anything in a request. */
export interface PromptText extends Pick<Prompt, 'id' | 'role'> {
  readonly segments: readonly (Pick<Text, 'kind' | 'text'> | Pick<Hole, 'kind'>)[];
}

/** `null` for a text by which no request could be told: the description of a tool, or no words at all. */
export function promptPrints({ id, role, segments }: PromptText): PromptPrints | null {
  if (role === 'tool-description') return null;
  const pieces = piecesOf(segments).map((text) => wordsOf(text));
  const hasHoles = segments.some(({ kind }) => kind === 'hole');
  const whole = hasHoles || pieces.length === 0 ? null : wholeOf(pieces.flat());
  const runs = [...new Set(pieces.flatMap(runsOf))].sort((a, b) => a - b);
  if (runs.length === 0 && (whole === null || pieces.flat().length === 0)) return null;
  const digest = digestOf(whole === null ? runs : [whole, ...runs]);
  return { prompt: id, isSystem: role === 'system', whole, runs, digest };
}

/** The texts between holes. A word that touches a hole may go on in it, and is left out. */
function piecesOf(segments: PromptText['segments']): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const [i, segment] of segments.entries()) {
    if (segment.kind === 'hole') {
      pieces.push(piece);
      piece = '';
      continue;
    }
    const text = segments[i - 1]?.kind === 'hole' ? withoutBegunWord(segment.text) : segment.text;
    piece += segments[i + 1]?.kind === 'hole' ? withoutLastWord(text) : text;
  }
  pieces.push(piece);
  return pieces.filter((text) => text !== '');
}

function withoutBegunWord(text: string): string {
  let start = 0;
  while (start < text.length && isInWord(text.charAt(start))) start++;
  return text.slice(start);
}

function withoutLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && isInWord(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
