import type { MapMark, RequestMap } from '../cache/map.ts';
import type { MapPart } from '../cache/parts.ts';
import type { MeteredPrompt } from '../report.ts';
import type { Place, Unit } from '../source/workspace.ts';
import type { Edit } from '../text.ts';
import { functionsAround } from './around.ts';
import { blockAround, blockOf, usesOf, type Block } from './blocks.ts';
import { expressionIn, meansTheSame } from './code.ts';
import { itemBehind, withoutItem } from './items.ts';
import { lineOf } from './lines.ts';
import { literalAround } from './literals.ts';
import type { Fault, Sources } from './rule.ts';

/** A value that changes inside a marked prefix. */
export interface Inside {
  readonly map: RequestMap;
  readonly hole: MapPart;
  readonly mark: MapMark;
  /** The prompt that the hole stands in. */
  readonly prompt: MeteredPrompt | undefined;
  readonly sources: Sources;
}

/** A block with more fixed text than this is kept, and its line alone is moved. Tokens. */
const smallBlock = 60;

/**
 * Moves what changes behind the mark: its block, where that says little else, or else its line as a block of its own.
 * @returns `null` where mark and value do not stand in blocks of one list, or the value cannot be read behind the mark.
 */
export function moveBehindMark({ map, hole, mark, prompt, sources }: Inside): Fault['fix'] {
  const unit = sources.unit(hole.path);
  if (unit === null || mark.path !== hole.path || prompt === undefined) return null;
  const marked = blockAround(unit, mark.range);
  const own = blockAround(unit, hole.range);
  if (marked === null) return null;
  const [from, to] = [own?.record.place.node, marked.record.place.node];
  const alone =
    own !== null && from !== undefined && from.end <= to.start && own.list.start === marked.list.start;
  if (alone && fixedOf(map, prompt.id) <= smallBlock) {
    const text = unit.text.slice(from.start, from.end);
    return asFix(unit, 'block', [withoutItem(unit.text, from), itemBehind(unit.text, to, text)]);
  }
  const edits = lineBehind(unit, { hole, prompt, sources }, marked);
  return edits === null ? null : asFix(unit, 'line', edits);
}

/** Takes the line of a hole, and all behind it where that is asked, out of its text, and puts it in a block behind another one. */
export function lineBehind(
  unit: Unit,
  { hole, prompt, sources }: Pick<Inside, 'sources'> & { hole: MapPart; prompt: MeteredPrompt },
  behind: Block,
  withRest = false,
): Edit[] | null {
  const line = lineOf(prompt, hole.range, sources);
  const literal = literalAround(sources, hole.path, hole.range);
  const value = expressionIn(sources, hole);
  if (line === null || literal === null || value === null) return null;
  const { node } = behind.record.place;
  if (!meansTheSame(value, node) || !isUsedOnce(unit, literal.place, behind)) return null;
  const { content, whole, text } = line;
  const taken = withRest ? { start: content.start, end: text.end } : content;
  const words = unit.text.slice(taken.start, taken.end);
  const added = blockOf(unit, `${literal.opens}${words}${literal.closes}`, behind.record);
  return [
    { range: withRest ? { start: startOfBreak(unit, content.start), end: text.end } : whole, text: '' },
    itemBehind(unit.text, node, added),
  ];
}

/** The break in front of what is taken off the end of a text goes with it. */
function startOfBreak({ text }: Unit, at: number): number {
  return at - (/(?:\r?\n|\\n)+$/.exec(text.slice(0, at))?.[0].length ?? 0);
}

/** The text stands in the request itself, or in a variable that nothing else reads. */
function isUsedOnce(unit: Unit, { node }: Place, { list }: Block): boolean {
  if (list.start <= node.start && node.end <= list.end) return true;
  const name = /([\w$]+)(?:\s*:\s*\w+)?\s*=\s*\(?\s*$/.exec(
    unit.text.slice(Math.max(0, node.start - 200), node.start),
  );
  const { start, end } = functionsAround({ unit, node })[0]?.node ?? unit.root;
  return name?.[1] !== undefined && usesOf(unit.text.slice(start, end), name[1]) === 1;
}

function fixedOf({ parts }: RequestMap, prompt: string): number {
  return parts.reduce(
    (sum, part) => sum + (part.prompt === prompt && part.varies === 'never' ? part.tokens : 0),
    0,
  );
}

function asFix({ path }: Unit, what: string, edits: readonly Edit[]): Fault['fix'] {
  return {
    title: `Move this ${what} behind the cache mark`,
    disposition: 'review',
    edits: edits.map((edit) => ({ path, ...edit })),
  };
}
