import OpenAI from 'openai';

const client = new OpenAI();

export async function converse(messages: OpenAI.ChatCompletionMessageParam[], ask: () => Promise<string>) {
  for (;;) {
    messages.push({ role: 'user', content: await ask() });
    const answer = await client.chat.completions.create({
      model: 'gpt-4.1-mini',
      messages: [{ role: 'system', content: 'You are the harbour master.' }, ...messages],
    });
    messages.push({ role: 'assistant', content: answer.choices[0]?.message.content ?? '' });
  }
}
