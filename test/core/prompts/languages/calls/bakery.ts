import OpenAI from 'openai';

const client = new OpenAI();
const MODEL = 'gpt-4o-mini';

export async function answer(question: string) {
  return client.chat.completions.create({
    model: MODEL,
    max_tokens: 300,
    messages: [
      { role: 'system', content: 'You are a baker.' },
      { role: 'user', content: `A customer asks: ${question}` },
    ],
  });
}
