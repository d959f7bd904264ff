import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { namesCalled } from './callNames.ts';
import { matchCall, type CallMatch } from './calls.ts';
import { messageAt, type MessageSeen } from './messages.ts';
import type { Trail } from './trail.ts';

/** The requests of a file and the messages in it, wherever they stand: what both evidence and sinks begin with. */
export interface Requests {
  /** The name of what each call calls. */
  readonly called: ReadonlyMap<SyntaxNode, string>;
  readonly matches: readonly CallMatch[];
  readonly messages: readonly { readonly place: Place; readonly message: MessageSeen }[];
}

export function requestsOf(unit: Unit, trail: () => Trail): Requests {
  const places = [...unit.outline.calls, ...unit.outline.records].map((node) => ({ unit, node }));
  return {
    called: namesCalled(unit),
    matches: places.flatMap((place) => matchCall(place, trail()) ?? []),
    messages: places.flatMap((place) => {
      const message = messageAt(place, trail());
      return message === null ? [] : [{ place, message }];
    }),
  };
}
