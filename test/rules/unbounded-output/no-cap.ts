import OpenAI from 'openai';

export async function answer(question: string) {
  // finds 1 line below (info): nothing limits this answer, and one of 32,768 tokens
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: 'You are the harbour master. Answer in one sentence.' },
      { role: 'user', content: question },
    ],
  });
}
