import type { Hole, Role, Segment, Varies } from '../prompts/prompt.ts';
import type { Range } from '../text.ts';

/** A stretch of a request as its provider renders it. */
export interface MapPart {
  readonly kind: 'text' | 'hole' | 'tool' | 'messages' | 'image';
  /** Where it stands in the source. */
  readonly path: string;
  readonly range: Range;
  /** The message it belongs to. */
  readonly role: Role;
  /** Id of the prompt it belongs to, where there is one. */
  readonly prompt: string | null;
  /** What it is called: an expression, a tool; empty for a text. */
  readonly name: string;
  /** Of known text; 0 for what only the running program knows. */
  readonly tokens: number;
  readonly varies: Varies;
  /** Evidence of it; empty where it never varies. */
  readonly because: string;
  /** Fixed, and could stand before all that varies. What follows a history cannot: it answers to it. */
  readonly movable: boolean;
}

/** The parts of one text. @param tokens of each segment; `null` for holes. */
export function partsOfText(
  segments: readonly Segment[],
  tokens: readonly (number | null)[],
  { role, id }: { readonly role: Role; readonly id: string | null },
): MapPart[] {
  return segments.map((segment, i) => {
    const { path, range } = segment;
    if (segment.kind === 'hole') return partOfHole(segment, role, id);
    const count = tokens[i] ?? 0;
    const fixed = { varies: 'never', because: '', movable: true } as const;
    return { kind: 'text', path, range, role, prompt: id, name: '', tokens: count, ...fixed };
  });
}

/** A hole as a part. Calls of the same day share what stands behind its date, as those of a session share theirs. */
export function partOfHole(
  { path, range, expression, varies, because }: Hole,
  role: Role,
  prompt: string | null,
): MapPart {
  return {
    kind: 'hole',
    path,
    range,
    role,
    prompt,
    name: expression,
    tokens: 0,
    varies: varies === 'request' && because === 'date' ? 'session' : varies,
    because,
    movable: false,
  };
}
