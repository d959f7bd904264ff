import type { Range } from '../../text.ts';
import type { View } from '../view.ts';
import { paragraphsOf } from '../validate.ts';

/** A section is not filled up beyond this: a model keeps more of what a shorter text asks for. Characters. */
const enough = 1600;
/** Shorter ones save less than the question costs. Characters of prose. */
const shortest = 80;

/** The stretches of a text that are worth rewriting: paragraphs under one heading together, without code and examples alone. */
export function sectionsOf(view: View): Range[] {
  const sections: { start: number; end: number }[] = [];
  const headings = new Set(view.lines.filter(({ kind }) => kind === 'heading').map(({ start }) => start));
  let open: { start: number; end: number } | null = null;
  for (const { start, end } of paragraphsOf(view.text)) {
    if (open === null || headings.has(start) || end - open.start > enough)
      sections.push((open = { start, end }));
    else open.end = end;
  }
  // the line end behind its last line parts a section from the next one
  for (const section of sections)
    section.end = section.start + view.text.slice(section.start, section.end).trimEnd().length;
  return sections.filter((section) => proseIn(view, section) >= shortest);
}

function proseIn({ lines }: View, { start, end }: Range): number {
  return lines
    .filter((line) => line.kind === 'text' && line.start >= start && line.end <= end)
    .reduce((sum, line) => sum + line.end - line.content, 0);
}
