import { GoogleGenAI } from '@google/genai';
import { openai } from '@ai-sdk/openai';
import { Mistral } from '@mistralai/mistralai';
import { generateText } from 'ai';
import OpenAI from 'openai';

const client = new OpenAI();
const genai = new GoogleGenAI({});

export async function answer(prompt: string) {
  const model = 'gpt-4.1';
  // finds 1 line below (info): costs $0.26
  await client.responses.create({ model, instructions: 'You are the harbour master.', input: prompt });
  // finds 1 line below (info): costs $0.26
  await generateText({ model: openai('gpt-4.1'), system: 'You are the harbour master.', prompt });
  // finds 1 line below (info): costs $0.66
  await genai.models.generateContent({ model: 'gemini-2.5-pro', contents: prompt });
  // finds 1 line below (info): costs $0.66
  await genai.models.generateContent({
    model: 'gemini-2.5-pro',
    contents: prompt,
    config: { temperature: 0.2 },
  });
}

// the longest answer of a small model costs less than anybody looks at
export async function cheap(prompt: string) {
  const messages = [{ role: 'user' as const, content: prompt }];
  return client.chat.completions.create({ model: 'gpt-4o-mini', messages });
}

export async function small(content: string) {
  return new Mistral().chat.complete({ model: 'ministral-3b-latest', messages: [{ role: 'user', content }] });
}
