import OpenAI from 'openai';
import { models } from './models.js';

/** Our own inference server speaks the same protocol; it has no public price list. */
const inHouse = new OpenAI({ baseURL: 'http://models.hearth.internal/v1', apiKey: 'unused' });

const VOICE_PROMPT = `You write the monthly letter of Hearth & Crumb to its regular customers.
Write as the master baker would speak across the counter: short sentences, concrete things, one small story from the bakehouse.
Mention every item of the list you are given, in its order, and invent nothing beside it.
Between 180 and 220 words. No subject line, no greeting, no signature; the template adds them.`;

/** Drafts the letter from the month's news; an editor reads it before it is sent. */
export async function draftLetter(news: readonly string[]): Promise<string> {
  const completion = await inHouse.chat.completions.create({
    model: models.voice,
    messages: [
      { role: 'system', content: VOICE_PROMPT },
      { role: 'user', content: `This month's news:\n${news.map((item) => `- ${item}`).join('\n')}` },
    ],
    max_tokens: 500,
  });
  return completion.choices[0]?.message.content ?? '';
}
