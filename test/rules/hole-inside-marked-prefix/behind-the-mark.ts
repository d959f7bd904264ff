import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [
      { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } },
      { type: 'text', text: `It is ${new Date().toISOString()}. Answer in one sentence, in the language of the captain.` },
    ],
    messages: [{ role: 'user', content: question }],
  });
}
