import OpenAI from 'openai';

const openai = new OpenAI();

export function weighCargo() {
  return openai.chat.completions.create({
    model: 'quay-scales-1',
    messages: [{ role: 'system', content: 'You weigh the cargo on the quay and answer in tonnes.' }],
  });
}
