import OpenAI from 'openai';
import { unstable_cache } from 'next/cache';

const client = new OpenAI();

export const motto = unstable_cache(async () =>
  client.chat.completions.create({
    model: 'gpt-4.1',
    temperature: 0,
    messages: [{ role: 'user', content: 'Write the motto of a small harbour in the north.' }],
  }),
);
