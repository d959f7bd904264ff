import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(question: string) {
  const client = new OpenAI();
  // promptmeter-ignore-next-line hole-before-static -- the office reads the hour first
  const messages = [
    { role: 'system' as const, content: `It is ${new Date().toISOString()}.\n${HANDBOOK}` },
    { role: 'user' as const, content: question },
  ];
  // promptmeter-ignore-next-line hole-before-static -- was needed once /* finds: hole-before-static finds nothing here */
  return client.chat.completions.create({ model: 'gpt-4.1', messages });
}
