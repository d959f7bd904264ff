import OpenAI from 'openai';
import { HOUSE_RULES } from './rules';

const BERTH_PROMPT = `You are the master of a small harbour.
Name a free berth for every ship that asks.
${HOUSE_RULES}`;

const PILOT_PROMPT = 'You are the pilot of a small harbour. Say where the water is deep enough.';

export async function answer(question: string) {
  const client = new OpenAI();
  const berth = await client.chat.completions.create({
    model: 'gpt-4.1',
    max_tokens: 200,
    messages: [{ role: 'system', content: BERTH_PROMPT }, { role: 'user', content: question }],
  });
  const depth = await client.chat.completions.create({
    model: 'gpt-4.1',
    max_tokens: 200,
    messages: [{ role: 'system', content: PILOT_PROMPT }, { role: 'user', content: question }],
  });
  return [berth, depth];
}
