import OpenAI from 'openai';

const openai = new OpenAI();

export function closeHarbour(reason: string) {
  return openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'system', content: 'You announce that the harbour is closed, and why.' }],
  });
}

export function openHarbour( {
  return openai.chat.completions.create({
