import { baml } from './baml.ts';
import { data } from './data.ts';
import { dotprompt } from './dotprompt.ts';
import type { Format } from './format.ts';
import { instructions } from './instructions.ts';
import { notebook } from './notebook.ts';
import { prompty } from './prompty.ts';
import { skprompt } from './skprompt.ts';
import { template } from './template.ts';
import { text } from './text.ts';
import { view } from './view.ts';

/** The kinds of files that can be prompts. The first whose name fits reads the file: the more exact come first. */
export const formats: readonly Format[] = [
  prompty,
  dotprompt,
  baml,
  notebook,
  instructions,
  skprompt,
  template,
  view,
  data,
  text,
];

/** What kind of file a name stands for; null for a file that cannot be a prompt. */
export function formatOf(path: string): Format | null {
  return formats.find(({ matches }) => matches(path)) ?? null;
}
