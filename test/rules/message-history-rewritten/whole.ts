import OpenAI from 'openai';

export async function answer(history: OpenAI.ChatCompletionMessageParam[]) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'You are the harbour master.' }, ...history.filter((message) => message.content)],
  });
}
