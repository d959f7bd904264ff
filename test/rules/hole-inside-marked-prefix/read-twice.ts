import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

// What is read twice, and what means something else behind the mark, is left to whoever wrote it.
export async function log(forecast: string) {
  // finds 1 line below (warning): `Date.now()` (clock) stands before a cache mark
  const system = `It is ${Date.now()}.\n${HANDBOOK}`;
  console.log(system);
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: forecast }],
  });
}
