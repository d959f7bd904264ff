import type { MapMark, RequestMap } from '../cache/map.ts';
import type { MapPart } from '../cache/parts.ts';
import type { MeteredCall, MeteredPrompt } from '../report.ts';
import type { Edit } from '../text.ts';
import { blockAround, removeMark } from './blocks.ts';
import { markOnFixed } from './markCache.ts';
import { lineBehind } from './moveBehindMark.ts';
import type { Fault, Sources } from './rule.ts';

/** A mark that stands on what changes. */
export interface Late {
  readonly map: RequestMap;
  readonly call: MeteredCall;
  readonly hole: MapPart;
  readonly mark: MapMark;
  readonly prompts: readonly MeteredPrompt[];
  readonly sources: Sources;
}

/**
 * Gives the fixed text a mark of its own: where the marked block itself begins with it, what changes becomes a block
 * behind it; otherwise the mark moves to the last block before.
 */
export function moveMark({ map, call, hole, mark, prompts, sources }: Late): Fault['fix'] {
  const unit = sources.unit(mark.path);
  if (unit === null || call.path !== mark.path) return null;
  const own = prompts.find(({ id }) => id === hole.prompt);
  const begins = own !== undefined && isFixedBefore(map, hole);
  const block = blockAround(unit, mark.range);
  if (begins && block !== null) {
    const edits = lineBehind(unit, { hole, prompt: own, sources }, block, true);
    return edits === null ? null : asFix(mark.path, 'Move what changes behind the cache mark', edits);
  }
  const [gone, added] = [removeMark(unit, mark.range), markOnFixed(call, map, sources)];
  if (gone === null || added === null) return null;
  return asFix(mark.path, 'Move the cache mark to the text that stays the same', [gone, added]);
}

/** Whether the text that the hole stands in begins with fixed text. */
function isFixedBefore({ parts }: RequestMap, hole: MapPart): boolean {
  const first = parts.find(({ prompt, tokens }) => prompt === hole.prompt && tokens > 0);
  return first !== undefined && parts.indexOf(first) < parts.indexOf(hole);
}

function asFix(path: string, title: string, edits: readonly Edit[]): Fault['fix'] {
  return { title, disposition: 'review', edits: edits.map((edit) => ({ path, ...edit })) };
}
