/** Prompts of a harbour. */
export const berths = 'You are the master of a small harbour. Name a free berth for every ship that asks.';
export const pilots =
  'You are the pilot of a small harbour. Say where the water is deep enough for the ship.';

/** A file that sends a text. */
export const sending = (text: string): string => `import OpenAI from 'openai';
export const BERTH_PROMPT = ${JSON.stringify(text)};
export const ask = () => new OpenAI().chat.completions.create({
  model: 'gpt-4.1', messages: [{ role: 'system', content: BERTH_PROMPT }],
});
`;
