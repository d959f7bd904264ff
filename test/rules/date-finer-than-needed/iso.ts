import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  // finds 1 line below: `new Date().toISOString().slice(0, 10)` changes once a day
  const system = `Today is ${new Date().toISOString()}.
${HANDBOOK}`;
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: system }, { role: 'user', content: question }],
  });
}
