import type { Place, Unit } from '../source/workspace.ts';
import type { Range } from '../text.ts';
import { nodesAround, textOf } from './code.ts';
import type { Sources } from './rule.ts';

/** How a string literal that the language itself fills is written. */
export interface Literal {
  readonly place: Place;
  readonly opens: string;
  readonly closes: string;
}

const openings: Readonly<Record<string, RegExp>> = {
  typescript: /^(`)/,
  javascript: /^(`)/,
  python: /^[rR]?[fF][rR]?("""|'''|"|')/,
};

/** The literal around a hole; `null` where the hole is a placeholder that something else fills, and in other languages. */
export function literalAround(sources: Sources, path: string, hole: Range): Literal | null {
  const unit = sources.unit(path);
  if (unit === null) return null;
  for (const place of nodesAround(unit, hole)) {
    const found = place.node.start === hole.start ? null : fillable(unit, textOf(place));
    if (found !== null) return { place, ...found };
  }
  return null;
}

/** How a piece of source begins and ends, where it is a literal that its language fills. */
export function fillable({ language }: Unit, written: string): Omit<Literal, 'place'> | null {
  const found = openings[language.id]?.exec(written);
  const closes = found?.[1];
  if (!found || closes === undefined || !written.endsWith(closes)) return null;
  return { opens: found[0], closes };
}
