import OpenAI from 'openai';
import { PILOT_RULES } from './rules';

const openai = new OpenAI();

export function assignBerth(ship: string) {
  return openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: 'You assign berths in a small harbour. Answer with the number of one berth.' },
      { role: 'user', content: `The ship ${ship} asks for a berth.` },
    ],
  });
}

export function writeLogbook(entry: string) {
  return openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      {
        role: 'system',
        content: `It is ${new Date().toISOString()}.
You keep the logbook of a small harbour. Write one line for each ship that comes in or goes out.
Name the ship, its berth, its draught in metres, and the pilot on board; leave out what you are not told.
Never write about the weather unless the harbour master closed the harbour because of it.`,
      },
      { role: 'user', content: entry },
    ],
  });
}

export function callPilot(model: string) {
  return openai.chat.completions.create({
    model,
    messages: [{ role: 'system', content: 'You call the pilot of the watch and say which ship waits at the buoy.' }],
  });
}

export function briefPilot(ship: string) {
  return openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: PILOT_RULES },
      { role: 'user', content: ship },
    ],
  });
}
