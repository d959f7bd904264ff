import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  // finds 1 line below (warning): are the same in every call and never marked
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [
      { type: 'text', text: HANDBOOK },
      { type: 'text', text: `It is ${new Date().toISOString()}.` },
    ],
    messages: [{ role: 'user', content: question }],
  });
}
