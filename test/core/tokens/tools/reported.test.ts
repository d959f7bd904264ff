import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { JsonValue } from '../../../../src/core/shape.ts';
import { TokenCounter } from '../../../../src/core/tokens/count.ts';
import { framingTokens } from '../../../../src/core/tokens/framing.ts';
import { countTools } from '../../../../src/core/tokens/tools/count.ts';
import { loadEncoding } from '../counters.ts';

interface Reported {
  readonly tokens: number;
  readonly messages: readonly (readonly [role: string, content: string, name?: string])[];
  readonly tools: readonly JsonValue[];
  readonly choice?: JsonValue;
}

const model = 'gpt-3.5-turbo';
const counter = new TokenCounter({ loadEncoding });
const count = (text: string) => counter.count(text, model).count;
const { cases } = JSON.parse(readFileSync(new URL('reported.json', import.meta.url), 'utf8')) as {
  cases: readonly Reported[];
};

/** What OpenAI's cookbook says of messages: a name adds itself and one, the answer of a function has two less than others. */
function messageTokens(messages: Reported['messages']): number {
  const parts = messages.map(
    ([role, content, name]) =>
      count(content) + (name === undefined ? 0 : count(name) + 1) - (role === 'function' ? 2 : 0),
  );
  const roles = messages.map(() => 'user' as const);
  return parts.reduce((sum, part) => sum + part, framingTokens(roles, model) ?? 0);
}

describe('tools cost what OpenAI reported', () => {
  for (const { tokens, messages, tools, choice } of cases)
    it(`${tokens} tokens: ${JSON.stringify(tools).slice(0, 60)} ${JSON.stringify(choice ?? '')}`, () => {
      const systemEnd = messages.find(([role]) => role === 'system')?.[1] ?? null;
      const sent = { definitions: tools, toolChoice: choice ?? null, systemEnd };
      const { all } = countTools(sent, model, counter);
      assert.equal(messageTokens(messages) + (all?.count ?? 0), tokens);
    });
});
