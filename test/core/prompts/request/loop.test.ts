import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { only } from './only.ts';

describe('the loop around a request', () => {
  const bodies: Readonly<Record<string, string>> = {
    'a.ts': `import OpenAI from 'openai';
const client = new OpenAI();
await Promise.all(ships.map(async (ship) => client.chat.completions.create({ model: 'gpt-4o', messages: [] })));`,
    'b.ts': `import OpenAI from 'openai';
const client = new OpenAI();
for (const ship of ships) await client.chat.completions.create({ model: 'gpt-4o', messages: [] });`,
    'c.py': `from openai import OpenAI
client = OpenAI()
answers = [client.chat.completions.create(model="gpt-4o", messages=[]) for ship in ships]`,
    'd.py': `from openai import OpenAI
client = OpenAI()
for ship in ships:
    client.chat.completions.create(model="gpt-4o", messages=[])`,
    'e.go': `package harbour
import "github.com/sashabaranov/go-openai"
func Ask() {
  client := openai.NewClient("")
  for _, ship := range ships {
    client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "user", Content: "Name the ship"}}})
  }
}`,
    'f.rb': `require 'openai'
client = OpenAI::Client.new
ships.each do |ship|
  client.chat(parameters: { model: 'gpt-4o', messages: [{ role: 'user', content: 'Name the ship' }] })
end`,
  };
  for (const [path, source] of Object.entries(bodies))
    it(`is told with what it goes over: ${path}`, async () => {
      assert.equal((await only({ [path]: source })).loop?.over, 'ships');
    });

  it('is none where the request is what the loop goes over, or stands in a function of its own', async () => {
    const streamed = `from openai import OpenAI
for chunk in OpenAI().chat.completions.create(model="gpt-4o", messages=[], stream=True):
    print(chunk)`;
    assert.equal((await only({ 'a.py': streamed })).loop, null);
    const handler = `import OpenAI from 'openai';
for (const pier of piers) on(pier, async () => { await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [] }); });`;
    assert.equal((await only({ 'a.ts': handler })).loop, null);
  });

  it('has nothing it goes over where a condition ends it', async () => {
    const agent = `import OpenAI from 'openai';
while (!done) await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [] });`;
    assert.equal((await only({ 'a.ts': agent })).loop?.over, null);
  });
});
