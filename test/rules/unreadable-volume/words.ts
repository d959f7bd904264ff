import OpenAI from 'openai';

// finds 1 line below: `volume=often` is no volume
// promptmeter: model=gpt-4o volume=often
export const HARBOUR_PROMPT = 'You are the harbour master. Answer in one sentence.';

// promptmeter: volume=2,000/week
export const PILOT_PROMPT = 'You guide ships into the harbour. Name the next buoy.';

export async function tides(day: string) {
  const client = new OpenAI();
  /* promptmeter: volume=2k/year */ /* finds: such as "volume=2000/day" */
  return client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: `When is high tide on ${day}?` }],
  });
}
