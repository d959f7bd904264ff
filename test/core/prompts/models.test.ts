import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** The model of every prompt of a file, `-` where nobody can see it. */
async function modelsIn(path: string, text: string): Promise<string[]> {
  const { prompts } = await reportOf({ [path]: text });
  return prompts.map(({ model }) => (model === null ? '-' : `${model.id} by ${model.via}`));
}

const bakery = `import OpenAI from 'openai';
const client = new OpenAI();
`;

const asked = (model: string) =>
  `client.chat.completions.create({ model: ${model}, messages: [{ role: 'user', content: 'What is baked today?' }] })`;

describe('the model of a prompt', () => {
  it('is what is used unless something is set', async () => {
    for (const model of [
      "process.env.BAKERY_MODEL ?? 'gpt-4o'",
      "process.env.MODEL || settings.model || 'gpt-4o'",
    ])
      assert.deepEqual(await modelsIn('bakery/ask.ts', `${bakery}export const a = () => ${asked(model)};`), [
        'gpt-4o by call',
      ]);
    const looked = `${bakery}export const a = () => ${asked("settings.get('model', 'gpt-4o')")};`;
    assert.deepEqual(await modelsIn('bakery/ask.ts', looked), ['gpt-4o by constant']);
  });

  it('is a default of the function, or what its caller names', async () => {
    const text = `${bakery}async function ask(content: string, { model = 'gpt-4o' }: Options = {}) {
  return client.chat.completions.create({ model, messages: [{ role: 'user', content }] });
}
ask('Which loaf is fresh?');
ask('Which loaf is old?', { model: 'gpt-4.1' });`;
    assert.deepEqual(await modelsIn('bakery/ask.ts', text), ['gpt-4o by constant', 'gpt-4.1 by call']);
  });

  it('is what the constructor gives the object, also where its head declares it', async () => {
    const assigned = `${bakery}export class Baker {
  private model: string;
  constructor(options: Options) { this.model = options.model ?? 'gpt-4o'; }
  ask() { return ${asked('this.model')}; }
}`;
    const inHead = `${bakery}export class Baker {
  constructor(private readonly model = 'gpt-4o') {}
  ask() { return ${asked('this.model')}; }
}`;
    for (const text of [assigned, inHead])
      assert.deepEqual(await modelsIn('bakery/baker.ts', text), ['gpt-4o by constant']);
  });

  it('is that of the model which a chain is made of, by position or by name', async () => {
    const template = `from langchain_community.llms import Ollama
from langchain_core.prompts import ChatPromptTemplate
from langchain.chains import create_stuff_documents_chain
prompt = ChatPromptTemplate.from_template("Answer the guest of a bakery from the price list: {context}")
chain = create_stuff_documents_chain(Ollama(model="llama2"), prompt)`;
    assert.deepEqual(await modelsIn('bakery/chain.py', template), ['llama2 by constructor']);
    const script = `import { OpenAI } from 'langchain/llms/openai';
import { LLMChain } from 'langchain/chains';
import { PromptTemplate } from 'langchain/prompts';
const model = new OpenAI({ modelName: 'gpt-3.5-turbo-16k' });
const sign = PromptTemplate.fromTemplate('Write the sign of a bakery for the season: {season}');
export const chain = new LLMChain({ llm: model, prompt: sign });`;
    assert.deepEqual(await modelsIn('bakery/chain.js', script), ['gpt-3.5-turbo-16k by constructor']);
  });

  it('is unknown where a condition chooses between two', async () => {
    const either = `${bakery}export const a = (big: boolean) => ${asked("big ? 'gpt-4.1' : 'gpt-4o'")};`;
    const same = `${bakery}export const a = (big: boolean) => ${asked("big ? 'gpt-4o' : 'gpt-4o'")};`;
    assert.deepEqual(await modelsIn('bakery/ask.ts', either), ['-']);
    assert.deepEqual(await modelsIn('bakery/ask.ts', same), ['gpt-4o by call']);
  });

  it('is read from settings and their declarations in Python', async () => {
    const text = `import os
from openai import OpenAI
from pydantic_settings import BaseSettings
client = OpenAI()
class Settings(BaseSettings):
    model: str = Field(default="gpt-4.1")
settings = Settings()
def berth(model="gpt-4o-mini"):
    client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Which berth is free?"}])
    client.chat.completions.create(model=settings.model, messages=[{"role": "user", "content": "Which ship waits?"}])
    client.chat.completions.create(model=os.getenv("HARBOUR_MODEL", "gpt-4o"), messages=[{"role": "user", "content": "When is low tide?"}])
    client.chat.completions.create(model=os.environ.get("HARBOUR_MODEL") or "gpt-5", messages=[{"role": "user", "content": "Is there fog?"}])`;
    assert.deepEqual(await modelsIn('harbour/berth.py', text), [
      'gpt-4o-mini by constant',
      'gpt-4.1 by constant',
      'gpt-4o by constant',
      'gpt-5 by call',
    ]);
  });

  it('comes before the request in the first clients', async () => {
    const text = `const { Configuration, OpenAIApi } = require('openai');
const openai = new OpenAIApi(new Configuration({ apiKey }));
openai.createCompletion('text-davinci-001', { prompt: 'Name a loaf for the morning.', max_tokens: 64 });`;
    assert.deepEqual(await modelsIn('bakery/name.js', text), ['text-davinci-001 by call']);
  });

  it('is what the class says in whose body the instruction stands, and that of what is made of it', async () => {
    const ruby = `require "ruby_llm"
class Baker < RubyLLM::Agent
  model "gpt-4o"
  instructions "You bake bread. Answer in one line."
end
baker = Baker.new
baker.ask("Which loaf is fresh today?")`;
    assert.deepEqual(await modelsIn('bakery/baker.rb', ruby), ['gpt-4o by constant', 'gpt-4o by constant']);
    const php = `<?php
class Baker extends Agent {
  protected $model = 'gpt-4o';
  protected $instructions = 'You bake bread. Answer in one line.';
  public function other() { return ['model' => $this->model]; }
}`;
    assert.deepEqual(await modelsIn('bakery/Baker.php', php), ['gpt-4o by constant']);
  });

  it('is none of a class that names several, or that says it of another one', async () => {
    const several = `<?php
class Baker {
  protected $model = 'gpt-4o';
  protected $chatModel = 'gpt-4.1';
  protected $instructions = 'You bake bread. Answer in one line.';
}`;
    assert.deepEqual(await modelsIn('bakery/Baker.php', several), ['-']);
    const function_ = `package bakery
type Oven struct{ Model string }
func f() { oven.Instructions = "You bake bread. Answer in one line." }`;
    assert.deepEqual(await modelsIn('bakery/oven.go', function_), ['-']);
  });

  it('is what stands beside an instruction in the same settings', async () => {
    const rust = `fn baker() -> Config { Config {
  model: "gpt-4o".to_string(),
  system_prompt: Some("You bake bread. Answer in one line.".to_string()),
} }`;
    assert.deepEqual(await modelsIn('bakery/baker.rs', rust), ['gpt-4o by call']);
  });

  it('is what a constant of a namespace stands for that is written out', async () => {
    const source = `using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
class Bakery { async Task Ask() { await ai.ChatCompletion.CreateCompletion(new ChatCompletionCreateRequest {
  Model = Betalgo.Ranul.OpenAI.ObjectModels.Models.Gpt_4o,
  Messages = new List<ChatMessage> { ChatMessage.FromUser("Which loaf is fresh today?") } }); } }`;
    assert.deepEqual(await modelsIn('Bakery.cs', source), ['gpt-4o by constant']);
  });
});
