import OpenAI from 'openai';

const client = new OpenAI();

async function main() {
  for (const berth of ['north quay', 'south quay', 'fishermen’s quay', 'coal quay']) {
    // finds 1 line below (info): up to $
    const answer = await client.chat.completions.create({
      model: 'gpt-4.1-mini',
      messages: [
        { role: 'system', content: 'Describe a berth of the harbour in one sentence.' },
        { role: 'user', content: berth },
      ],
    });
    console.log(answer.choices[0]?.message.content);
  }
}

await main();
