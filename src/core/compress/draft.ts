import type { Segment } from '../prompts/prompt.ts';
import type { Range } from '../text.ts';

/** What stands for a hole in a draft: U+FFFC, the character that Unicode keeps for "an object stands here". */
export const holeMark = '\uFFFC';

/** The text of a prompt as compression sees it: decoded, in order, each hole one character. */
export interface Draft {
  readonly text: string;
  readonly parts: readonly DraftPart[];
}

/** One segment of the prompt and where it stands in the draft. */
export interface DraftPart extends Range {
  readonly segment: Segment;
}

export function draftOf(segments: readonly Segment[]): Draft {
  let text = '';
  const parts = segments.map((segment) => {
    const start = text.length;
    text += segment.kind === 'text' ? segment.text : holeMark;
    return { start, end: text.length, segment };
  });
  return { text, parts };
}
