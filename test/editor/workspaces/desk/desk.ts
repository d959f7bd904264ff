import OpenAI from 'openai';

const client = new OpenAI();

export const ORDER_PROMPT = `You take the orders of a small bakery by the harbour.
Read every order back to the customer before you write it down, and ask when it is to be collected.
Never promise a loaf that is not on the list of today.`;

export const COMPLAINT_PROMPT = `You answer customers who are not happy with what they bought.
Say sorry once, ask what was wrong with it, and offer a fresh loaf on the next day.
Hand over to the baker where somebody speaks of being ill.`;

export function takeOrder(text: string) {
  return client.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: ORDER_PROMPT },
      { role: 'user', content: text },
    ],
    max_completion_tokens: 300,
  });
}

export function answerComplaint(text: string) {
  return client.chat.completions.create({
    model: 'gpt-4.1-mini',
    messages: [
      { role: 'system', content: COMPLAINT_PROMPT },
      { role: 'user', content: text },
    ],
    max_completion_tokens: 300,
  });
}
