import Anthropic from '@anthropic-ai/sdk';

export async function advise() {
  return new Anthropic().messages.create({
    model: 'claude-opus-4-8',
    max_tokens: 300,
    system: 'You are the pilot of a small harbour. Say where the water is deep enough.',
    messages: [{ role: 'user', content: 'A barge with four feet of draught comes in at low water.' }],
  });
}
