// An example: what PromptMeter shows above the prompts of an application. Change the text and watch the numbers.
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI();
const anthropic = new Anthropic();

const HOUSE_RULES = `You answer the customers of a small bakery.
Be friendly and brief: two or three sentences, never a list.
Name the allergens of every product you recommend, nuts and gluten first.
Bread keeps for three days, cake for two; say so when someone plans ahead.
If you do not know, say that the team in the shop will call back within the hour.`;

/** The order of the parts is kind to the cache: what never changes comes first. */
export function answer(question: string) {
  return openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: HOUSE_RULES },
      { role: 'user', content: question },
    ],
  });
}

/** Here the clock comes first, so the provider's cache can keep nothing of what follows it. */
export function planTheDay(orders: string[]) {
  return anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 800,
    system: `It is ${new Date().toISOString()}.
You plan the ovens of a bakery. There are three ovens, and each holds forty loaves or twelve cakes.
Bread is baked before six in the morning, cakes between seven and ten, rolls whenever an oven is free.
Answer with one line per oven and hour, the earliest first, and end with the hours in which an oven is idle.`,
    messages: [{ role: 'user', content: orders.join('\n') }],
  });
}
