import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: `You are the harbour master.` }, // finds (warning): `Date.now()` (clock)
      { role: 'user', content: HANDBOOK },
      { role: 'user', content: `${question}\n\nIt is ${Date.now()}.` },
    ],
  });
}
