import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(quay: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: `${HANDBOOK}\nYou watch ${quay}.` }], // finds (info): (parameter)
  });
}
