import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(model: string, tools: OpenAI.ChatCompletionTool[], question: string) {
  return new OpenAI().chat.completions.create({
    model,
    tools,
    messages: [{ role: 'system', content: HANDBOOK }, { role: 'user', content: question }],
  });
}
