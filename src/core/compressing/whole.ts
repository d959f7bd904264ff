import { draftOf } from '../compress/draft.ts';
import { textsIn } from '../prompts/segments.ts';
import type { MeteredPrompt, Report } from '../report.ts';
import { contains } from '../text.ts';

/** Whether a prompt is a message of its own. What is put together with other text needs the blanks at its edges. */
export function isWhole(prompt: MeteredPrompt, { prompts, calls }: Report): boolean {
  if (prompt.found === 'file') return true;
  const isSent = prompt.sdk !== null || prompt.found === 'message';
  if (!isSent || prompt.role === 'template' || prompt.role === 'unknown') return false;
  const senders = calls.filter((call) => call.prompts.includes(prompt.id));
  if (senders.some((call) => call.prompts.length > call.roles.length)) return false;
  return !prompts.some(
    (other) =>
      other !== prompt &&
      textsIn(other.segments).some(
        ({ path, range }) => path === prompt.path && contains(prompt.range, range),
      ),
  );
}

/** A prompt inside another one is shortened with it. */
export function withoutParts(prompts: readonly MeteredPrompt[]): readonly MeteredPrompt[] {
  return prompts.filter(
    (prompt) => !prompts.some((other) => other !== prompt && contains(other.range, prompt.range)),
  );
}

/** A prompt with the model and the numbers that are known of it, where they are those of the text that it has. */
export function knownOf(prompt: MeteredPrompt, known: readonly MeteredPrompt[]): MeteredPrompt {
  const found = known.find(({ id }) => id === prompt.id);
  const isSame = found !== undefined && draftOf(found.segments).text === draftOf(prompt.segments).text;
  return isSame ? { ...found, range: prompt.range, segments: prompt.segments } : prompt;
}
