import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook.ts';

const kept = { type: 'ephemeral' } as const;

export async function answer(question: string, chart: string) {
  const client = new Anthropic();
  await client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: HANDBOOK, cache_control: kept }],
    messages: [{ role: 'user', content: question }],
  });
  return client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [{ type: 'text', text: `You read charts. ${chart}`, cache_control: kept }],
    messages: [{ role: 'user', content: question }],
  });
}
