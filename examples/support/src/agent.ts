import Anthropic from '@anthropic-ai/sdk';
import { SUPPORT_PROMPT } from './prompts.js';

export interface Mail {
  from: string;
  subject: string;
  body: string;
}

export interface Proposal {
  action: string;
  reason: string;
}

export interface Draft {
  reply: string;
  proposals: Proposal[];
}

const anthropic = new Anthropic({ maxRetries: 3 });

const proposeAction: Anthropic.Tool = {
  name: 'propose_action',
  description:
    'Propose something that has to happen in our systems. A colleague approves or rejects it; nothing happens ' +
    'before that. Propose each action once, with a reason that can be understood without reading the mail.',
  input_schema: {
    type: 'object',
    properties: {
      action: {
        type: 'string',
        enum: [
          'refund',
          'replace',
          'voucher',
          'pause_subscription',
          'hand_over',
          'urgent_safety',
          'privacy_request',
        ],
      },
      reason: { type: 'string', description: 'One sentence. Name the order and the rule that applies.' },
    },
    required: ['action', 'reason'],
  },
};

/** Drafts a reply to one mail. `orders` is the customer's record as the desk sees it; `notes` may be empty. */
export async function draftReply(mail: Mail, orders: string, notes: string): Promise<Draft> {
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-6',
    max_tokens: 1024,
    // The rules are the same for every mail: marked, so that they are read from the cache after the first one.
    system: [{ type: 'text', text: SUPPORT_PROMPT, cache_control: { type: 'ephemeral' } }],
    tools: [proposeAction],
    messages: [
      {
        role: 'user',
        content: `<orders>\n${orders}\n</orders>\n<desk>\n${notes}\n</desk>\n<mail from="${mail.from}">\n${mail.subject}\n\n${mail.body}\n</mail>\n\nDraft the reply.`,
      },
    ],
  });

  if (message.stop_reason === 'max_tokens') throw new Error(`The draft for ${mail.from} was cut off.`);
  const draft: Draft = { reply: '', proposals: [] };
  for (const block of message.content) {
    if (block.type === 'text') draft.reply += block.text;
    if (block.type === 'tool_use') draft.proposals.push(readProposal(block.input));
  }
  return draft;
}

function readProposal(input: unknown): Proposal {
  if (typeof input !== 'object' || input === null || !('action' in input) || !('reason' in input))
    throw new TypeError('The model proposed an action without its name or reason.');
  return { action: String(input.action), reason: String(input.reason) };
}
