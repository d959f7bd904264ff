import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

// A history is never the same, and what follows it answers to it: there is nothing to move.
export async function answer(history: OpenAI.ChatCompletionMessageParam[]) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'You are the harbour master.' }, ...history, { role: 'user', content: HANDBOOK }],
  });
}
