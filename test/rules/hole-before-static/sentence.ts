import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(ship: { berth: string }, question: string) {
  const clock = Date.now();
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      // finds 1 line below (warning): `clock` (clock)
      { role: 'system', content: `You are the harbour master. It is ${clock} at berth ${ship.berth}. ${HANDBOOK}` },
      { role: 'user', content: question },
    ],
  });
}
