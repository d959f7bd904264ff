import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  return new OpenAI().chat.completions.create({
    model: Math.random() < 0.5 ? 'gpt-4.1' : 'gpt-4.1-mini',
    messages: [{ role: 'system', content: HANDBOOK }, { role: 'user', content: question }],
  });
}
