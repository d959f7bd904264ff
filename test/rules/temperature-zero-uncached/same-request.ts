import OpenAI from 'openai';

const client = new OpenAI();
const MOTTO = 'Write the motto of a small harbour in the north.';

export async function motto() {
  // finds 1 line below (info): a temperature of 0 asks for the same answer
  return client.chat.completions.create({
    model: 'gpt-4.1',
    temperature: 0,
    messages: [
      { role: 'system', content: 'You are the harbour master.' },
      { role: 'user', content: MOTTO },
    ],
  });
}

export async function greeting(ship: string) {
  return client.chat.completions.create({
    model: 'gpt-4.1',
    temperature: 0,
    messages: [{ role: 'user', content: `Greet the ship ${ship} in the name of the harbour.` }],
  });
}
