import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Report } from '../../src/core/report.ts';
import { reportOf } from './memory.ts';

/** Names that every object of JavaScript knows something under, although nobody gave it that. */
const inherited = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__', 'constructor'];

/** A name like those that no object knows. */
const ordinary = 'shipAtQuay';

/** The name stands wherever a word of somebody else's can. */
const files: Readonly<Record<string, (name: string) => string>> = {
  'harbour/desk.ts': (name) => `import OpenAI from 'openai';
import { generateText, tool } from 'ai';
import { z } from 'zod';
import { ${name} as imported } from './${name}';
const ${name} = { ${name}: 'You greet the ship.', prompt: imported };
export async function greetingPrompt(${name}: string, other: { ${name}: string }) {
  const { ${name}: taken } = other;
  const body = { model: '${name}' };
  body.${name} = taken;
  body['${name}'] = taken;
  exports.${name} = greetingPrompt;
  await ${name}.${name}(\`You are the pilot of \${${name}}, and you greet \${other.${name}} by its name.\`);
  await new OpenAI().chat.completions.create({ ...body, ${name}: 1, messages: [
    { role: '${name}', content: 'Who comes in?' }, { role: 'user', content: ${name}.${name} }, { role: 'user', content: \`\${taken} \${${name}}\` }],
    tools: [{ type: 'function', function: { name: '${name}', description: 'Says the tide.', parameters: { type: 'object', properties: { ${name}: { type: '${name}' } } } } }] });
  await generateText({ model, prompt: 'Say the tide.'.replace('tide', ${name}).${name}(), tools: { ${name}: tool({ description: 'Says the wind.', inputSchema: z.object({ ${name}: z.string().${name}(3).max(3) }) }) } });
}
`,
  'harbour/quay.ts': (name) =>
    `export const ${name} = { ${name}: 'x', prompt: 'You moor ships at the quay, slowly. Answer in one line.' }.prompt;`,
  'harbour/desk.py': (name) => `from openai import OpenAI
from ${name} import ${name} as other
SYSTEM_PROMPT = "You greet {${name}} and {other.${name}} in the harbour, please."
TABLE = {"${name}": "You are the pilot of the harbour.", "prompts": {"${name}": "You are the pilot of the quay."}}
def ask(${name}, **rest):
    body = {}
    body["${name}"] = ${name}
    text = SYSTEM_PROMPT.format(${name}=${name}, other=rest["${name}"]).${name}()
    client = OpenAI(${name}=1)
    client.chat.completions.create(model="${name}", ${name}=TABLE["${name}"], messages=[{"role": "${name}", "content": "Ahoy."}, {"role": "user", "content": text % {"${name}": ${name}}}], **body)
`,
  'harbour/Desk.java': (name) => `import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
class Desk {
  ChatClient client;
  String ask(String ${name}) {
    var messages = Map.of("${name}", "You are the pilot of the harbour.", "prompt", String.format("You greet %s in the harbour.", ${name}.${name}()));
    return client.prompt().system("You moor ships.").user(u -> u.text("Who is {${name}}?").param("${name}", ${name})).call().content();
  }
}`,
  'harbour/desk.go': (name) => `package harbour
func Ask(${name} string) { ask(map[string]string{"${name}": "You are the pilot of the harbour.", "prompt": fmt.Sprintf("You greet %s in the harbour.", ${name})}) }`,
  'harbour/desk.php': (name) => `<?php
function ask($${name}, $client) {
  $body = ['${name}' => 'You are the pilot.', 'model' => '${name}', 'messages' => [['role' => '${name}', 'content' => "You greet {$${name}} in the harbour."]]];
  $body['${name}'] = $${name};
  return $client->chat()->create($body)->${name}();
}`,
  'harbour/desk.rb': (name) => `def ask(${name})
  client.chat(parameters: { model: "${name}", ${name}: 1, messages: [{ role: "${name}", content: "Ahoy." }, { role: "user", content: "You greet #{${name}} at the quay." }] })
end`,
  'harbour/Desk.cs': (name) =>
    `class Desk { void Ask(string ${name}) { var body = new { ${name} = "You are the pilot.", prompt = $"You greet {${name}} in the harbour." }; body["${name}"] = ${name}; history.AddSystemMessage("You moor ships."); } }`,
  'harbour/desk.rs': (name) =>
    `fn ask_prompt(${name}: &str) -> String { format!("You greet {${name}} in the harbour, and {}.", ${name}.${name}()) }`,
  'prompts/desk.prompty': (name) => `---
name: ${name}
${name}: 1
model:
  configuration:
    type: ${name}
    azure_deployment: ${name}
inputs:
  ${name}: 1
---
system:
You greet {{${name}}} in the harbour.

user:
{{ other.${name} }}
`,
  'prompts/desk.yaml': (name) =>
    `${name}:\n  ${name}: You are the pilot.\nsystem_prompt: |\n  You are the pilot who greets {{ ${name} }} in the harbour.\n  Answer in one line, and always be polite.\nprompts:\n  ${name}: You are the pilot. Always greet {{ ${name} }} in the harbour, and answer in one line.\n`,
  'prompts/desk.json': (name) =>
    `{ "${name}": "You are the pilot.", "messages": [{ "role": "${name}", "content": "Ahoy." }, { "role": "user", "content": "You greet {{${name}}}." }] }`,
  'prompts/desk.hbs': (name) => `You greet {{#if ${name}}}{{${name}.${name}}}{{/if}} in the harbour.`,
  'prompts/desk.j2': (name) =>
    `You are the pilot of the harbour, and greet every ship that comes in.\n{% for ${name} in ships %}You greet {{ ${name}.${name} | ${name} }}{% endfor %}\nAnswer in one line.`,
};

/** What was read, with the name taken out; places move with its length. */
function told({ prompts, calls, unread }: Report, name: string): unknown {
  const seen = {
    unread: unread.length,
    prompts: prompts.map(({ role, sdk, model, found, confidence, segments }) => [
      ...[role, sdk, model?.id, found, confidence],
      segments.map((one) => (one.kind === 'text' ? one.text : [one.expression, one.varies, one.because])),
    ]),
    calls: calls.map(({ sdk, model, roles, complete }) => [sdk, model?.id, roles, complete]),
  };
  const plain = (one: unknown): string =>
    JSON.stringify(one).replaceAll(name, 'NAME').replaceAll(name.toLowerCase(), 'NAME');
  return [seen.unread, seen.prompts.map(plain).sort(), seen.calls.map(plain).sort()];
}

/** Where the name is that of a file, others find it by the name. */
const allOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([path, source]) => [path.replace('quay', name), source(name)]),
  );

describe('a name that every object of JavaScript knows', () => {
  for (const [path, source] of Object.entries(files))
    it(`is a name like any other in ${path}`, async () => {
      const usual = await reportOf({ [path]: source(ordinary) });
      assert.ok(usual.prompts.length > 0);
      for (const name of inherited)
        assert.deepEqual(told(await reportOf({ [path]: source(name) }), name), told(usual, ordinary), name);
    });

  it('is one for files that know each other, too', async () => {
    const usual = told(await reportOf(allOf(ordinary)), ordinary);
    for (const name of inherited) assert.deepEqual(told(await reportOf(allOf(name)), name), usual, name);
  });
});
