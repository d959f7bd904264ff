import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

const rules = 'You sell bread. Answer in two sentences and never promise a day of delivery.';

/** How the first hole of each prompt of a file varies that has one: `expression varies because`. */
async function holes(path: string, code: string): Promise<string[]> {
  const { prompts } = await reportOf({ [path]: code });
  return prompts.flatMap(({ segments }) => {
    const hole = segments.find(({ kind }) => kind === 'hole');
    return hole?.kind === 'hole' ? [`${hole.expression} ${hole.varies} ${hole.because}`] : [];
  });
}

function python(lines: string, top = ''): string {
  return `from openai import OpenAI
from datetime import datetime
${top}
def ask(client, question):
    ${lines}
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": system}])`;
}

describe('how a value varies that comes by a name', () => {
  it('is that of what a function returns, wherever the function stands', async () => {
    const top = `def stamp():\n    return datetime.now().strftime("%c")`;
    assert.deepEqual(await holes('shop.py', python(`system = f"It is {stamp()}. ${rules}"`, top)), [
      'stamp() request clock',
    ]);
    const go = `package shop
import ("time"; openai "github.com/sashabaranov/go-openai")
func stamp() string { return time.Now().Format("15:04") }
func ask(client *openai.Client) {
  client.CreateChatCompletion(nil, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
    {Role: "system", Content: "It is " + stamp() + ". ${rules}"}}})
}`;
    assert.deepEqual(await holes('shop.go', go), ['stamp() request clock']);
  });

  it('is that of the parameter that it is taken out of, unless that is called like settings', async () => {
    const script = (given: string) => `import OpenAI from 'openai';
export async function ask(${given}) {
  const { bakery } = ${given};
  const content = \`The bakery is called \${bakery}. ${rules}\`;
  return new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content }] });
}`;
    assert.deepEqual(await holes('shop.js', script('order')), ['bakery request parameter']);
    assert.deepEqual(await holes('shop.js', script('config')), ['bakery unknown not seen']);
  });

  it('is that of a parameter of any function that is no constructor, whatever it is called', async () => {
    const script = `import OpenAI from 'openai';
const initialize = (bakery) => new OpenAI().chat.completions.create({
  model: 'gpt-4o', messages: [{ role: 'system', content: \`The bakery is called \${bakery}. ${rules}\` }] });`;
    assert.deepEqual(await holes('shop.js', script), ['bakery request parameter']);
    const ruby = `class Desk
  def initialize(bakery)
    @client = OpenAI::Client.new
    @client.chat(parameters: { model: "gpt-4o", messages: [{ role: "system", content: "The bakery is called #{bakery}. ${rules}" }] })
  end
end`;
    assert.deepEqual(await holes('desk.rb', ruby), ['bakery unknown parameter']);
  });

  it('is that of the moment it is made of', async () => {
    const lines = `now = datetime.now(tz)\n    day = now.strftime("%d")\n    system = f"It is {day}. ${rules}"`;
    assert.deepEqual(await holes('shop.py', python(lines)), ['day request date']);
  });

  it('is read once where nothing but the start of the program makes it', async () => {
    const top = 'opened = datetime.now()';
    assert.deepEqual(await holes('shop.py', python(`system = f"Since {opened}: ${rules}"`, top)), [
      'opened deploy clock at the start of the program',
    ]);
  });

  it('is told by the module that a name is imported from', async () => {
    const code = `import OpenAI from 'openai';
import { v4 } from 'uuid';
export async function ask(client, question) {
  const id = v4();
  return client.chat.completions.create({ model: 'gpt-4o', messages: [
    { role: 'system', content: \`Visit \${id}. ${rules}\` }] });
}`;
    assert.deepEqual(await holes('shop.js', code), ['id request random']);
  });

  it('is suggested by the names of what it is made from', async () => {
    const lines = `name = guests.of(question).first\n    system = f"You talk to {name}. ${rules}"`;
    assert.deepEqual(await holes('shop.py', python(lines)), ['name request input']);
    const php = `<?php
function ask($client) {
  $name = auth()->user()->name;
  return $client->chat()->create(['model' => 'gpt-4o', 'messages' => [
    ['role' => 'system', 'content' => "You talk to {$name}. ${rules}"]]]);
}`;
    assert.deepEqual(await holes('shop.php', php), ['$name request user']);
  });

  it('is not that of the environment in which a client was made', async () => {
    const lines = `oven = Oven(os.environ["OVEN"])\n    bread = oven.bake().loaf\n    system = f"It has {bread}. ${rules}"`;
    assert.deepEqual(await holes('shop.py', python(lines)), ['bread unknown not seen']);
  });

  it('is that of what it was given from, where that is another one with each request', async () => {
    const source = `<?php
class Shop {
  private function text(array $given) {
    $kind = $given['kind'];
    return "You sell bread. {$kind} ${rules}";
  }
  public function prompt(array $given) { return $this->text($given); }
}`;
    const seen = await holes('shop.php', source.replace('${rules}', rules));
    assert.deepEqual(seen, ['$kind request parameter']);
  });
});

describe('a template that a call fills', () => {
  it('varies as what it is filled with', async () => {
    const go = `package shop
import ("fmt"; "time"; openai "github.com/sashabaranov/go-openai")
const form = "It is %s in %s. ${rules}"
func ask(client *openai.Client) {
  opened := time.Now()
  client.CreateChatCompletion(nil, openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{
    {Role: "system", Content: fmt.Sprintf(form, opened.Format("15:04"), "Ulm")}}})
}`;
    assert.deepEqual(await holes('shop.go', go), ['opened.Format("15:04") request clock']);
  });

  it('is filled from a dictionary, from one thing after the other, and through a name', async () => {
    const top = `FORM = "The {kind} of {town} is open. ${rules}"`;
    for (const filling of [
      'FORM.format_map({"kind": datetime.now(), "town": "Ulm"})',
      'FORM.format(**{"kind": datetime.now()})',
      'FORM.replace("{kind}", str(datetime.now())).replace("{town}", "Ulm")',
    ])
      assert.deepEqual(
        (await holes('shop.py', python(`system = ${filling}`, top))).map((hole) =>
          hole.replace(/^.*\) /, ''),
        ),
        ['request clock'],
        filling,
      );
  });

  it('has its places where the template has them, for edits of it', async () => {
    const top = `FORM = "The shop of {town} is open. ${rules}"`;
    const code = python('system = FORM.format(town=question)', top);
    const { prompts } = await reportOf({ 'shop.py': code });
    const hole = prompts.flatMap(({ segments }) => segments).find(({ kind }) => kind === 'hole');
    assert.equal(hole?.kind === 'hole' && code.slice(hole.range.start, hole.range.end), '{town}');
    assert.equal(hole?.kind === 'hole' && hole.expression, 'question');
  });

  it('keeps the names of the places that nobody is seen to fill', async () => {
    const top = `FORM = "The shop of {town} is open. ${rules}"`;
    assert.deepEqual(await holes('shop.py', python('system = FORM.format(**places)', top)), [
      'town unknown placeholder',
    ]);
  });
});
