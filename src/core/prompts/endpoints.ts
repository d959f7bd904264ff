import type { Place } from '../source/workspace.ts';
import { addressAt } from './address.ts';
import { argumentsAt, namedArguments } from './arguments.ts';
import { addressOf, calleeParts, type CallMatch } from './calls.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Sdk } from './sdk.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';

/**
 * The family that answers a call: that of its client, unless the client was made as another family's, or for another
 * family's address (`new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' })`).
 */
export function servedBy({ sdk, shape, args, receiver }: CallMatch, trail: Trail): Sdk {
  if (shape.address !== undefined) return answering(addressOf(args, trail)) ?? sdk;
  const client = receiver === null ? null : clientBehind(receiver, trail);
  const expression = client === null ? null : expressionAt(client);
  if (client === null || expression?.kind !== 'call') return sdk;
  const { parts } = calleeParts({ ...client, node: expression.callee });
  const own = sdks.find(({ clients }) => clients?.test(parts.at(-1) ?? ''));
  if (own !== undefined) return own;
  const made = namedArguments(client, expression.args, [], trail).args;
  const [address] = ['base_url', 'api_base', 'host'].flatMap((name) => argumentsAt(made, name, trail));
  if (address === undefined) return sdk;
  return answering(addressAt(address, trail)) ?? sdk;
}

function answering(url: string): Sdk | undefined {
  return sdks.find(({ endpoints }) => endpoints?.test(url));
}

/** The call that made what a method is called on: `OpenAI(…)` for `self.client.chat.completions`. */
function clientBehind(receiver: Place, trail: Trail): Place | null {
  let at = unwrap(receiver);
  for (;;) {
    const origin = definitionOf(at, trail);
    const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
    if (only !== undefined && expressionAt(only).kind === 'call') return only;
    const expression = expressionAt(at);
    if (expression.kind !== 'member') return null;
    at = unwrap({ ...at, node: expression.object });
  }
}
