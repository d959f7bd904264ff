import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { namesCalled } from './callNames.ts';
import { matchCall, type CallMatch } from './calls.ts';
import { jsonBodiesIn, type JsonBody } from './jsonBodies.ts';
import { itself, type Memory } from './memory.ts';
import { messageAt, type MessageSeen } from './messages.ts';
import type { Trail } from './trail.ts';

/** The requests of a file and the messages in it, wherever they stand: what both evidence and sinks begin with. */
export interface Requests {
  /** The name of what each call calls. */
  readonly called: ReadonlyMap<SyntaxNode, string>;
  readonly matches: readonly CallMatch[];
  readonly messages: readonly { readonly place: Place; readonly message: MessageSeen }[];
  readonly bodies: readonly JsonBody[];
}

export function requestsOf(unit: Unit, memory: Memory, trail: () => Trail): Requests {
  const { calls, records } = unit.outline;
  const matchesOf = (node: SyntaxNode): CallMatch[] => {
    const match = matchCall({ unit, node }, trail());
    return match === null ? [] : [match];
  };
  const messagesOf = (node: SyntaxNode) => {
    const place = { unit, node };
    const message = messageAt(place, trail());
    return message === null ? [] : [{ place, message }];
  };
  return {
    called: namesCalled(unit),
    matches: [
      ...memory.flatMap('matching calls', calls, itself, matchesOf),
      ...memory.flatMap('matching records', records, itself, matchesOf),
    ],
    messages: [
      ...memory.flatMap('calls of messages', calls, itself, messagesOf),
      ...memory.flatMap('records of messages', records, itself, messagesOf),
    ],
    bodies: jsonBodiesIn(unit, trail),
  };
}
