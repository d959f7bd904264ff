import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../hostile/memory.ts';

const tools = `[
  { type: 'function', function: { name: 'get_tide', description: 'The height of the tide at a berth.', parameters: {
    type: 'object', properties: { berth: { type: 'string', enum: ['north', 'south'] } }, required: ['berth'] } } },
  searchTool,
]`;
const source = (model: string, more = '') => `
import OpenAI from 'openai';
import { searchTool } from 'harbour-search';
export const answer = await new OpenAI().chat.completions.create({
  model: '${model}',
  messages: [{ role: 'system', content: 'You are the harbour master.' }],
  ${more}
});`;

async function callOf(text: string) {
  const { calls, prompts } = await reportOf({ 'harbour.ts': text });
  const [call] = calls;
  assert.ok(call);
  return { call, prompts };
}

describe('the tools of a call', () => {
  it('are counted on their own, and with the call', async () => {
    const { call: plain } = await callOf(source('gpt-4o'));
    const { call } = await callOf(source('gpt-4o', `tools: ${tools}`));
    const [tide, search] = call.tools ?? [];
    assert.ok(tide?.tokens && tide.tokens.count > 20 && tide.tokens.band === 0.1);
    assert.equal(search?.tokens, null);
    // Not every part of the second request was seen, so that its messages are counted without their frame.
    const messages = (plain.inputTokens?.count ?? 0) - plain.framingTokens;
    const added = (call.inputTokens?.count ?? 0) - call.framingTokens - messages;
    assert.equal(added, tide.tokens.count + call.toolFramingTokens);
    assert.equal(call.inputTokens?.certainty, 'calibrated');
    assert.equal(plain.toolFramingTokens, 0);
  });

  it('do not count their descriptions twice', async () => {
    const { call, prompts } = await callOf(source('claude-opus-4-8', `tools: ${tools}`));
    const described = prompts.find(({ role }) => role === 'tool-description');
    assert.ok(described && call.prompts.includes(described.id));
    const system = prompts.find(({ role }) => role === 'system')?.tokens.count ?? 0;
    const tide = call.tools?.[0]?.tokens?.count ?? 0;
    assert.equal(call.inputTokens?.count, system + tide + call.toolFramingTokens + call.framingTokens);
  });

  it('stand in the map of the request with what they cost', async () => {
    const { call } = await callOf(source('claude-opus-4-8', `tools: ${tools.replace('searchTool,', '')}`));
    const part = call.map?.parts.find(({ kind }) => kind === 'tool');
    assert.ok(part !== undefined && part.tokens > 0);
    assert.equal(part.tokens, call.tools?.[0]?.tokens?.count);
  });

  it('come with the schema of the reply', async () => {
    const format = `response_format: { type: 'json_schema', json_schema: { name: 'tide', schema: { type: 'object', properties: { metres: { type: 'number' } } } } }`;
    const { call: plain } = await callOf(source('gpt-4o'));
    const { call } = await callOf(source('gpt-4o', format));
    const added = (call.inputTokens?.count ?? 0) - (plain.inputTokens?.count ?? 0);
    assert.ok(call.responseFormatTokens !== null && call.responseFormatTokens.count > 15);
    assert.equal(added, call.responseFormatTokens.count);
  });
});
