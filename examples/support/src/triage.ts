import Anthropic from '@anthropic-ai/sdk';
import { TRIAGE_LABELS, type TriageLabel } from './prompts.js';
import type { Mail } from './agent.js';

const anthropic = new Anthropic();

/** Sorts a mail. Anything that is not one of the labels becomes `other`, which a person looks at. */
export async function triage(mail: Mail, isWholesale: boolean): Promise<TriageLabel> {
  const message = await anthropic.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 8,
    messages: [{ role: 'user', content: buildTriagePrompt(mail, isWholesale) }],
  });
  const block = message.content[0];
  const word = block?.type === 'text' ? block.text.trim().toLowerCase() : '';
  return TRIAGE_LABELS.find((label) => label === word) ?? 'other';
}

/** Wholesale customers write about invoices in every second mail; for them the labels need a hint. */
function buildTriagePrompt(mail: Mail, isWholesale: boolean): string {
  let prompt = `Sort this mail to a bakery's support desk. Answer with one word, nothing else.
order: where is it, change it, a question about a product
refund: something was wrong, late or missing
subscription: pause, change or end one
safety: allergy, foreign object, somebody unwell. When in doubt, choose this one.
wholesale: a café, shop or school about prices, volumes or invoices
privacy: wants their data, or wants it deleted
other: everything else
`;
  prompt += isWholesale
    ? 'The writer is a wholesale customer: choose "wholesale" unless the mail is about safety.\n'
    : 'The writer is a private customer.\n';
  return `${prompt}\nSubject: ${mail.subject}\n\n${mail.body}`;
}
