import OpenAI from 'openai';

export async function answer(question: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: `It is ${new Date().toISOString()}. You are the harbour master. Answer kindly.` },
      { role: 'user', content: question },
    ],
  });
}
