import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: question }, // finds (warning): every call writes it and none finds it
        ],
      },
    ],
  });
}
