import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOn } from '../../rules/world.ts';

/** The map of the only call of a file beside `HANDBOOK`, about 2,000 tokens long. */
async function mapOf(code: string) {
  const { calls } = await reportOn('harbour.py', code);
  assert.equal(calls.length, 1);
  const map = calls[0]?.map;
  assert.ok(map, 'the call was not followed');
  return map;
}

const marked = '[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}]';

describe('the cache map of a provider', () => {
  it('is marks for Claude, also where a gateway passes them on', async () => {
    const direct = await mapOf(`from anthropic import Anthropic
from handbook import HANDBOOK
def answer(q):
    return Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=9, system=${marked}, messages=[{"role": "user", "content": q}])
`);
    const passedOn = (client: string, call: string, model: string) =>
      mapOf(`${client}
from handbook import HANDBOOK
def answer(q):
    return ${call}(model="${model}", messages=[{"role": "system", "content": ${marked}}, {"role": "user", "content": q}])
`);
    const litellm = await passedOn('import litellm', 'litellm.completion', 'anthropic/claude-sonnet-4-5');
    const openrouter = await passedOn(
      'from openai import OpenAI\nclient = OpenAI(base_url="https://openrouter.ai/api/v1")',
      'client.chat.completions.create',
      'anthropic/claude-sonnet-4.5',
    );
    for (const map of [direct, litellm, openrouter])
      assert.deepEqual(
        [map.manner, map.marks.map(({ holds }) => holds), map.cachedTokens],
        ['marks', [true], direct.cachedTokens],
      );
    assert.ok(direct.cachedTokens > 2000);
  });

  it('is marks for Bedrock, which are blocks of their own', async () => {
    const map = await mapOf(`import boto3
from handbook import HANDBOOK
def answer(q):
    return boto3.client("bedrock-runtime").converse(
        modelId="anthropic.claude-sonnet-4-5-20250929-v1:0",
        system=[{"text": HANDBOOK}, {"cachePoint": {"type": "default"}}],
        messages=[{"role": "user", "content": [{"text": q}]}],
    )
`);
    assert.deepEqual([map.manner, map.marks.length, map.marks[0]?.holds], ['marks', 1, true]);
    assert.equal(map.cachedTokens, map.totalTokens);
  });

  it('is the longest prefix for DeepSeek, which publishes no minimum', async () => {
    const map = await mapOf(`from openai import OpenAI
client = OpenAI(base_url="https://api.deepseek.com")
def answer(q):
    return client.chat.completions.create(model="deepseek-chat", messages=[{"role": "system", "content": "You are the harbour master."}, {"role": "user", "content": q}])
`);
    assert.deepEqual([map.manner, map.minimumTokens, map.cachedTokens], ['prefix', null, map.totalTokens]);
  });

  it('is the longest prefix for Gemini, behind a cache that was made before', async () => {
    const call = (config: string) =>
      mapOf(`from google import genai
from handbook import HANDBOOK
def answer(q, cache):
    return genai.Client().models.generate_content(model="gemini-2.5-pro", contents=[HANDBOOK, q]${config})
`);
    const implicit = await call('');
    assert.deepEqual([implicit.manner, implicit.minimumTokens], ['prefix', 2048]);
    const { parts, breaks } = await call(', config={"cached_content": cache.name}');
    assert.deepEqual([parts[0]?.name, parts[0]?.because], ['cache.name', 'explicit cache']);
    assert.equal(breaks[0]?.varies, 'session');
  });

  it('looks back over 20 blocks of a conversation with Claude, and no further', async () => {
    const holds = async (steps: number) => {
      const map = await mapOf(`from anthropic import Anthropic
from handbook import HANDBOOK
def answer(q, history):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5", max_tokens=9, system=HANDBOOK,
        messages=[*history, {"role": "user", "content": [
            ${'{"type": "text", "text": q},'.repeat(steps - 1)}
            {"type": "text", "text": q, "cache_control": {"type": "ephemeral"}},
        ]}],
    )
`);
      return map.marks[0]?.holds;
    };
    assert.deepEqual([await holds(1), await holds(20), await holds(21)], [true, true, false]);
  });
});
