import OpenAI from 'openai';

export async function answer(question: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: 'You are the harbour master. Think about tides step by step.' }, // finds (info): `Think about tides step by step` invites a long answer
      { role: 'user', content: question },
    ],
  });
}
