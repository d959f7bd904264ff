import { holeMark } from '../draft.ts';
import { layOutLines } from '../layout.ts';
import { bySentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** `Here is the letter of the guest:` → `Letter of the guest:`, `Your task is to:` → `Your task:`: that something stands here is seen. */
export const labels: Pass = {
  id: 'labels',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? bySentence(view, ({ said, offset, line, lexicon: { labels: openings, labelEnds } }) => {
          // what is said on the same line may speak of it
          const behind = view.text.slice(offset + said.length, line.end);
          if (!said.endsWith(':') || !nothingElse.test(behind) || said.length > longest) return [];
          const lower = said.toLowerCase();
          const closing = labelEnds.exec(lower)?.[1];
          if (closing !== undefined)
            return [{ start: said.length - 1 - closing.length, end: said.length - 1, text: '' }];
          const opening = openings.find((one) => lower.startsWith(one));
          if (opening === undefined || !/^\p{L}/u.test(said.slice(opening.length))) return [];
          const text = said.charAt(opening.length).toUpperCase();
          const label = text + said.slice(opening.length + 1);
          // a label such as "Question:" would begin an example
          const whole = view.text.slice(line.start, offset) + label + behind;
          const [kind] = layOutLines(whole).map((one) => one.kind);
          return kind === 'text' ? [{ start: 0, end: opening.length + 1, text }] : [];
        })
      : [],
};

/** A placeholder, or nothing. */
const nothingElse = new RegExp(`^\\s*(?:${holeMark}|\\$?\\{\\{?[^{}\\n]{1,80}\\}\\}?)?[ \\t.]*$`);

/** What is longer says more than what stands below. Characters. */
const longest = 80;
