import OpenAI from 'openai';

export async function answer(question: string, model: string) {
  const messages = [{ role: 'system' as const, content: 'You are the harbour master.' }];
  await new OpenAI().chat.completions.create({ model, messages });
  return new OpenAI().chat.completions.create({ model: 'gpt-5-nano', messages }); // finds (info): gpt-5-nano is switched off on 2026-12-11
}
