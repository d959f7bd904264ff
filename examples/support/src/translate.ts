import type Anthropic from '@anthropic-ai/sdk';

export interface Translator {
  client: Anthropic;
  /** Chosen per deployment: the desk in Rotterdam runs another model than the one in Lübeck. */
  model: string;
}

/** Translates a reply that the desk has approved, keeping names, numbers and line breaks. */
export async function translate(
  { client, model }: Translator,
  reply: string,
  language: string,
): Promise<string> {
  const message = await client.messages.create({
    model,
    max_tokens: 800,
    system:
      'You translate mails of a bakery to its customers. Keep names of products, numbers, dates and line breaks ' +
      'as they are. Keep the tone: plain, friendly, short. Return the translation alone.',
    messages: [{ role: 'user', content: `Translate into ${language}:\n\n${reply}` }],
  });
  const block = message.content[0];
  if (block?.type !== 'text') throw new Error(`No translation into ${language} came back.`);
  return block.text;
}
