import OpenAI from 'openai';

// An exemption of the configuration allows it, with a reason.
export async function pilots(question: string) {
  const pilots = 'You are a pilot of the harbour, and you answer the questions of all other pilots and their crews shortly.';
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [
      { role: 'system', content: pilots },
      { role: 'user', content: question },
    ],
  });
}
