import type { Place } from '../../source/workspace.ts';
import { argumentsAt } from '../arguments.ts';
import type { CallMatch } from '../calls.ts';
import { holeOf } from '../evaluate.ts';
import type { MessageSeen } from '../messages.ts';
import type { SeenCall, SentMessage, SentPart } from '../sighting.ts';
import { sitesOf, sourceOf } from '../sites.ts';
import type { Trail } from '../trail.ts';
import type { Bound } from './bound.ts';
import type { PartSeen } from './contents.ts';
import { toolsAt, type ToolSeen } from './tools.ts';

/** A message with the string expressions behind its texts. */
export function sent({ contents, parts, ...message }: MessageSeen, trail: () => Trail): SentMessage {
  return {
    ...message,
    parts: parts.flatMap((part) => sentParts(part, contents.includes(part.place), trail)),
  };
}

/** A part, or the pieces that it is put together of, where some of them only the running program knows. */
function sentParts(part: PartSeen, read: boolean, trail: () => Trail): readonly SentPart[] {
  if (part.kind !== 'text') return [{ ...part, sites: [], oneOf: false, hole: null }];
  const hole = ({ unit, node }: Place): SentPart => {
    const value = holeOf({ unit, node }, node, trail());
    return { ...part, sites: [], oneOf: false, hole: value };
  };
  const source = read ? sourceOf(part.place, trail()) : null;
  if (source === null || source.sites.length === 0) return [hole(part.place)];
  const { sites, oneOf, gaps } = source;
  if (gaps.length === 0) return [{ ...part, sites, oneOf, hole: null }];
  const pieces: SentPart[] = [];
  const cuts = [...new Set([0, ...gaps.map(({ before }) => before), sites.length])];
  for (const [i, from] of cuts.entries()) {
    for (const { before, place } of gaps) if (before === from) pieces.push({ ...hole(place), marks: [] });
    const texts = sites.slice(from, cuts[i + 1] ?? from);
    if (texts.length > 0) pieces.push({ ...part, sites: texts, oneOf, hole: null, marks: [] });
  }
  // a mark stands behind all of it
  const last = pieces.pop();
  return last === undefined ? [] : [...pieces, { ...last, marks: part.marks }];
}

/** The tools of a request and of what it goes to, and what chooses them where nobody sees how many. */
export function offered(
  matches: readonly CallMatch[],
  bound: Bound,
  trail: () => Trail,
): Pick<SeenCall, 'tools' | 'toolsVary'> {
  const seen: ToolSeen[] = [];
  for (const place of [...matches.flatMap((match) => listsOf(match, trail())), ...bound.lists]) {
    const tools = toolsAt(place, trail());
    if (tools === null) return { tools: null, toolsVary: holeOf(place, place.node, trail()) };
    seen.push(...tools);
  }
  const hidden = bound.hidden.length > 0 || (seen.length === 0 && matches.some(({ partial }) => partial));
  const tools = seen.map((tool) => ({
    ...tool,
    sites: tool.description === null ? [] : sitesOf(tool.description, trail()),
  }));
  return { tools: hidden ? null : tools, toolsVary: null };
}

/** Where the table says that a call takes tools. */
function listsOf({ shape, args }: CallMatch, trail: Trail): readonly Place[] {
  return shape.prompts.flatMap(({ as, path }) =>
    as === 'tools' ? argumentsAt(args, listPath(path), trail) : [],
  );
}

/** The list itself, where a path leads on into its items. */
function listPath(path: string): string {
  return path.replace(/\[\]\.(?:toolSpec|functionDeclarations)$/, '');
}
