import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [
      // finds 1 line below (warning): `new Date().toISOString()` (clock) stands before a cache mark
      { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } },
      { type: 'text', text: `It is ${new Date().toISOString()}.` },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function warn(forecast: string) {
  // finds 2 lines below (warning): `Date.now()` (clock) stands before a cache mark
  const system = `You warn ships.
${HANDBOOK}`;
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }, { type: 'text', text: `It is ${Date.now()} at the quay.` }],
    messages: [{ role: 'user', content: forecast }],
  });
}
