import OpenAI from 'openai';
import type { Basket } from './basket.js';
import { AssistantError } from './errors.js';
import { models } from './models.js';

const openai = new OpenAI();

/** A friendly line for the foot of a receipt, in the customer's language. */
export async function receiptNote(basket: Basket, language: string): Promise<string> {
  const response = await openai.responses.create({
    model: models.receipt,
    instructions: [
      'Write the closing line of a bakery receipt.',
      'Mention how long the bread that keeps longest will stay fresh, and how to store it.',
      'At most 25 words. No exclamation mark, no offer, no question.',
      'Rye keeps six days, country loaf four, spelt three, rolls and baguettes one. Store bread cut side down.',
    ].join('\n'),
    input: `Language: ${language}\nItems:\n${basket.lines.map((line) => `${line.quantity} × ${line.productId}`).join('\n')}`,
    max_output_tokens: 80,
  });
  const note = response.output_text.trim();
  if (note === '') throw new AssistantError('The receipt note came back empty.', { retryable: true });
  return note;
}
