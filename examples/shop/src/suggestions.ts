import { openai } from '@ai-sdk/openai';
import { generateObject, streamText } from 'ai';
import { z } from 'zod';

export interface Visit {
  products: string[];
  day: string;
}

const suggestion = z.object({
  productId: z.string(),
  reason: z.string().max(90).describe('One short sentence that names the bread, without praise.'),
});

/** One product that goes with what a returning customer usually buys, or `null` for a first visit. */
export async function suggest(visits: readonly Visit[]): Promise<z.infer<typeof suggestion> | null> {
  if (visits.length === 0) return null;

  const { object } = await generateObject({
    model: openai('gpt-5.4-mini'),
    schema: suggestion,
    system:
      'You choose one product of a bakery for a returning customer. Prefer something that they have not bought ' +
      'before and that is eaten on the same occasion. Never suggest a product with an allergen that none of ' +
      'their earlier purchases contained.',
    prompt: `Earlier visits, latest first:\n${visits.map(describeVisit).join('\n')}\n\nChoose one product.`,
  });
  return object;
}

/** Streams a serving idea for the page of a product. */
export function servingIdea(product: { name: string; grams: number }) {
  return streamText({
    model: openai('gpt-5.4-nano'),
    system:
      'You write serving ideas for the product pages of a bakery. Fifty words, no headings, no brand names.',
    prompt: `Write a serving idea for ${product.name} (${product.grams} g).`,
    maxOutputTokens: 120,
  });
}

function describeVisit(visit: Visit): string {
  return `- ${visit.day}: ${visit.products.join(', ')}`;
}
