import Anthropic from '@anthropic-ai/sdk';

const kept = { type: 'ephemeral' } as const;

export async function answer(question: string) {
  return new Anthropic().messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: [
      { type: 'text', text: 'You are the harbour master.', cache_control: kept },
      { type: 'text', text: 'Ships tell their length.', cache_control: kept },
      { type: 'text', text: 'Ships tell their draught.', cache_control: kept },
      { type: 'text', text: 'Ships tell their cargo.', cache_control: kept },
    ],
    messages: [
      {
        role: 'user',
        // finds 1 line below (error): has 5 cache marks and its provider takes 4: remove 1
        content: [{ type: 'text', text: question, cache_control: { type: 'ephemeral' } }],
      },
    ],
  });
}
