import { z } from 'zod';
import type OpenAI from 'openai';

export interface BasketLine {
  productId: string;
  quantity: number;
  sliced: boolean;
}

export interface Basket {
  lines: BasketLine[];
}

export interface Stock {
  available(productId: string, day: string): Promise<number>;
}

/** What the ordering assistant may do. The descriptions are read by the model, so they are prompts as well. */
export const basketTools: OpenAI.Chat.Completions.ChatCompletionTool[] = [
  {
    type: 'function',
    function: {
      name: 'check_stock',
      description:
        'Look up how many pieces of a product can still be baked for a given day. Call this before promising ' +
        'any product, and again if the customer changes the day. Returns 0 when the product is sold out or ' +
        'when the day is closed for orders.',
      parameters: {
        type: 'object',
        properties: {
          product_id: { type: 'string', description: 'The id from the product list, for example "rye-750".' },
          day: { type: 'string', description: 'The day of collection as YYYY-MM-DD.' },
        },
        required: ['product_id', 'day'],
        additionalProperties: false,
      },
    },
  },
  {
    type: 'function',
    function: {
      name: 'set_basket_line',
      description:
        'Set the quantity of one product in the basket; 0 removes it. Call this only after the customer has ' +
        'confirmed the product and the quantity in their own words.',
      parameters: {
        type: 'object',
        properties: {
          product_id: { type: 'string' },
          quantity: { type: 'integer', minimum: 0, maximum: 40 },
          sliced: { type: 'boolean', description: 'Breads only. Ask if the customer has not said.' },
        },
        required: ['product_id', 'quantity', 'sliced'],
        additionalProperties: false,
      },
    },
  },
];

const checkStock = z.object({ product_id: z.string(), day: z.iso.date() });
const setLine = z.object({
  product_id: z.string(),
  quantity: z.number().int().min(0).max(40),
  sliced: z.boolean(),
});

/** Runs one tool call. Arguments come from a model: they are validated, and a refusal is an answer it can read. */
export async function runBasketTool(
  basket: Basket,
  stock: Stock,
  call: { name: string; arguments: string },
): Promise<string> {
  switch (call.name) {
    case 'check_stock': {
      const args = checkStock.safeParse(readJson(call.arguments));
      if (!args.success) return JSON.stringify({ error: z.prettifyError(args.error) });
      return JSON.stringify({ available: await stock.available(args.data.product_id, args.data.day) });
    }
    case 'set_basket_line': {
      const args = setLine.safeParse(readJson(call.arguments));
      if (!args.success) return JSON.stringify({ error: z.prettifyError(args.error) });
      const { product_id: productId, quantity, sliced } = args.data;
      basket.lines = basket.lines.filter((line) => line.productId !== productId);
      if (quantity > 0) basket.lines.push({ productId, quantity, sliced });
      return JSON.stringify({ ok: true, lines: basket.lines.length });
    }
    default:
      return JSON.stringify({ error: `There is no tool called ${call.name}.` });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: `null` fails the schema, and the model is told what was expected.
    return null;
  }
}
