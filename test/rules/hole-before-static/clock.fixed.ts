import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  const now = new Date().toISOString();
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: `${HANDBOOK}\nIt is ${now}.` }, // finds (warning): `now` (clock) can never be read from the cache: $
      { role: 'user', content: question },
    ],
  });
}
