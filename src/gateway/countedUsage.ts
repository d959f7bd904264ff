import type { JsonValue } from '../core/shape.ts';
import type { TokenCounter } from '../core/tokens/count.ts';
import { framingTokens } from '../core/tokens/framing.ts';
import { countTools } from '../core/tokens/tools/count.ts';
import type { CallUsage } from '../ledger/call.ts';
import type { Asked } from './asked.ts';

/**
 * Tokens as our own counter has them, where a provider tells none or not all. Pictures and what else is no text are not
 * in it.
 * @param told what the provider told before it broke off.
 * @param text of the answer, as far as it came; `null` where it was too long to be kept.
 */
export function countedUsage(
  { texts, tools }: Asked,
  told: CallUsage,
  { text, model }: { readonly text: string | null; readonly model: string | null },
  counter: TokenCounter,
): CallUsage {
  const count = (one: string) => counter.count(one, model).count;
  const input = () => {
    const roles = texts.map(({ role }) => role);
    const words = texts.reduce((sum, sent) => sum + count(sent.text), 0);
    const framing =
      framingTokens(
        roles.map((role) => (role === 'tool' ? 'user' : role)),
        model,
      ) ?? 0;
    const sent = { definitions: tools as readonly JsonValue[], toolChoice: null, systemEnd: null };
    return words + framing + (countTools(sent, model, counter).all?.count ?? 0);
  };
  const output = text === null ? null : count(text);
  return {
    ...told,
    input: told.input ?? input(),
    output: output === null ? told.output : Math.max(output, told.output ?? 0),
    from: 'counted',
  };
}
