import OpenAI from 'openai';

const KEPT = 10;

export async function answer(history: OpenAI.ChatCompletionMessageParam[]) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: 'You are the harbour master.' },
      ...history.slice(-KEPT), // finds (info): drops the oldest messages with every turn
    ],
  });
}
