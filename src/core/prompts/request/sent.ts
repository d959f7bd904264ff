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
    parts: parts.map((part) => sentPart(part, contents.includes(part.place), trail)),
  };
}

function sentPart(part: PartSeen, read: boolean, trail: () => Trail): SentPart {
  if (part.kind !== 'text') return { ...part, sites: [], oneOf: false, hole: null };
  const { place } = part;
  const { sites, oneOf } = read ? sourceOf(place, trail()) : { sites: [], oneOf: false };
  return { ...part, sites, oneOf, hole: sites.length > 0 ? null : holeOf(place, place.node, trail()) };
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
