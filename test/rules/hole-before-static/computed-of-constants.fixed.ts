import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

const quays = [{ name: 'market' }, { name: 'outer' }];

export async function answer(question: string) {
  const docs = quays.map((quay) => `- ${quay.name}`).join('\n');
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: `${HANDBOOK}\n${docs}` }, // finds (info): (retrieved text)
      { role: 'user', content: question },
    ],
  });
}
