import OpenAI from 'openai';

const client = new OpenAI({ baseURL: process.env.GATEWAY });

export async function answer(question: string) {
  const messages = [
    { role: 'system' as const, content: 'You are the harbour master. Answer in one sentence.' },
    { role: 'user' as const, content: question },
  ];
  const draft = await client.chat.completions.create({ model: 'harbour-assistant-2', messages }); // finds (info): the price of `harbour-assistant-2` is not known, so this call and 1 more
  if (draft.choices.length > 0) return draft;
  return client.chat.completions.create({ model: 'harbour-assistant-2', messages });
}
