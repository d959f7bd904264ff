import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

const client = new OpenAI();
const OPENING = `You are the harbour master.\n${HANDBOOK}`;

export async function answer(question: string) {
  const messages = [
    { role: 'system' as const, content: `${OPENING}\nYou answer captains.` },
    { role: 'user' as const, content: question },
  ];
  return client.chat.completions.create({ model: 'gpt-4.1', messages });
}

export async function warn(forecast: string) {
  const messages = [
    { role: 'system' as const, content: `${OPENING}\nYou warn of storms.` },
    { role: 'user' as const, content: forecast },
  ];
  return client.chat.completions.create({ model: 'gpt-4.1', messages });
}
