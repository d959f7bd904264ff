import type { Call } from './prompts/request.ts';
import type { MeteredCall, MeteredPrompt } from './report.ts';
import type { TokenCounter } from './tokens/count.ts';
import { countResponseFormat, countTools } from './tokens/tools/count.ts';
import type { Tokens } from './tokens/tokens.ts';

/** What a request sends beside its messages. */
type MeteredTools = Pick<MeteredCall, 'tools' | 'toolFramingTokens' | 'responseFormatTokens'>;

/** So much of the system message's end tells whether a line break behind it is a token of its own. Characters. */
const tellingEnd = 40;

/**
 * @param sent the prompts of the call.
 * @returns the numbers, the parts to add to the input, and the prompts that are part of a definition that was counted.
 */
export function meterTools(
  call: Call,
  sent: readonly MeteredPrompt[],
  model: string | null,
  counter: TokenCounter,
): {
  readonly metered: MeteredTools;
  readonly parts: readonly Tokens[];
  readonly inside: ReadonlySet<string>;
} {
  const { tools, settings } = call;
  const toolChoice = settings.toolChoice?.kind === 'literal' ? settings.toolChoice.value : null;
  const format = settings.responseFormat?.kind === 'literal' ? settings.responseFormat.value : null;
  const definitions = (tools ?? []).map(({ definition }) => definition);
  const { each, all, framing } = countTools(
    { definitions, toolChoice, systemEnd: systemEnd(sent) },
    model,
    counter,
  );
  const responseFormatTokens = countResponseFormat(format, model, counter);
  const metered = tools?.map((tool, i) => ({ ...tool, tokens: each[i] ?? null })) ?? null;
  const counted = (metered ?? []).filter((tool) => tool.tokens !== null);
  return {
    metered: { tools: metered, toolFramingTokens: framing, responseFormatTokens },
    parts: [all, responseFormatTokens].filter((part) => part !== null),
    inside: new Set(counted.flatMap(({ prompts }) => prompts)),
  };
}

function systemEnd(sent: readonly MeteredPrompt[]): string | null {
  const system = sent.find(({ role }) => role === 'system');
  if (system === undefined) return null;
  const last = system.segments.at(-1);
  return last?.kind === 'text' ? last.text.slice(-tellingEnd) : '';
}
