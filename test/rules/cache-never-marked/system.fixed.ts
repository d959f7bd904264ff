import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: `You are the harbour master.\n${HANDBOOK}`, cache_control: { type: 'ephemeral' } }], // finds (warning): never marked for the cache: $
    messages: [{ role: 'user', content: question }],
  });
}
