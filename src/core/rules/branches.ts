import type { Range } from '../text.ts';

/** Tags of Jinja, Liquid and Handlebars that begin a choice, go on to its next branch, or end it. */
const tags =
  /\{%-?\s*(?:(if|unless|case)\b|(elif|elsif|else|when)\b|(endif|endunless|endcase)\b)|\{\{[~]?\s*(?:#(if|unless)\b|(else)\b|\/(if|unless)\b)/g;

interface Choice {
  /** Where its branches begin. */
  readonly branches: number[];
}

/** The branches of a template that are never sent together with what stands at a place. */
export function otherBranches(source: string, at: number): Range[] {
  const open: Choice[] = [];
  const found: Range[] = [];
  for (const tag of source.matchAll(tags)) {
    const [, opens = tag[4], goesOn = tag[5]] = tag;
    if (opens !== undefined) open.push({ branches: [tag.index] });
    else if (goesOn !== undefined) open.at(-1)?.branches.push(tag.index);
    else found.push(...othersOf(open.pop(), tag.index, at));
  }
  return found;
}

/** The branches of one choice, where the place stands in another one of them. */
function othersOf(choice: Choice | undefined, end: number, at: number): Range[] {
  const ranges = (choice?.branches ?? []).map((start, i, all) => ({ start, end: all[i + 1] ?? end }));
  const own = ranges.find((range) => range.start <= at && at < range.end);
  return own === undefined ? [] : ranges.filter((range) => range !== own);
}
