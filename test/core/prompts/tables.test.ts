import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../hostile/memory.ts';

function shown(segment: Segment): string {
  return segment.kind === 'text' ? segment.text : `{${segment.expression}}`;
}

/** The texts of the prompts that a call of a file sends, in the order they stand in it. */
async function sent(path: string, text: string): Promise<string[]> {
  const { prompts } = await reportOf({ [path]: text });
  return prompts.filter(({ found }) => found === 'call').map(({ segments }) => segments.map(shown).join(''));
}

const send = `import OpenAI from 'openai';
const client = new OpenAI();
const send = (content: string) =>
  client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content }] });
`;

describe('a text out of a table', () => {
  it('is any of them where the key is not known', async () => {
    const source = `${send}const notes = {
  rye: 'Write about the rye loaf.',
  [Kind.Wheat]: 'Write about the wheat loaf.',
} as const satisfies Record<Kind, string>;
export const note = (kind: Kind) => send(notes[kind]);`;
    assert.deepEqual(await sent('bakery/notes.ts', source), [
      'Write about the rye loaf.',
      'Write about the wheat loaf.',
    ]);
  });

  it('is that of its key where that is written out, or a constant', async () => {
    const source = `${send}const notes = { rye: 'Write about the rye loaf.', oat: 'Write about the oat loaf.' };
const steps = ['Knead the dough, step by step.', 'Bake the dough, step by step.'];
const kind = 'rye';
send(notes[kind]);
send(steps[1]);`;
    assert.deepEqual(await sent('bakery/notes.ts', source), [
      'Write about the rye loaf.',
      'Bake the dough, step by step.',
    ]);
  });

  it('comes out of a map, or is what is used instead', async () => {
    const source = `${send}const notes = new Map([
  ['rye', 'Write about the rye loaf.'],
  ['oat', 'Write about the oat loaf.'],
]);
export const note = (kind: string) => send(notes.get(kind) ?? 'Write about any loaf.');`;
    assert.deepEqual(await sent('bakery/notes.ts', source), [
      'Write about the rye loaf.',
      'Write about the oat loaf.',
      'Write about any loaf.',
    ]);
  });

  it('is written by any of its functions', async () => {
    const source = `${send}const notes: Record<string, (name: string) => string> = {
  rye: (name) => \`Write about the rye of \${name}.\`,
  oat(name) { return \`Write about the oat of \${name}.\`; },
};
export const note = (kind: string, name: string) => send(notes[kind](name));`;
    assert.deepEqual(await sent('bakery/notes.ts', source), [
      'Write about the rye of {name}.',
      'Write about the oat of {name}.',
    ]);
  });

  it('in Python', async () => {
    const source = `from openai import OpenAI
client = OpenAI()
reports = {"tide": "Tell me about the tide.", "wind": "Tell me about the wind."}
def ask(content):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": content}])
def report(kind):
    ask(reports.get(kind, "Tell me about the harbour."))`;
    assert.deepEqual(await sent('harbour/report.py', source), [
      'Tell me about the tide.',
      'Tell me about the wind.',
      'Tell me about the harbour.',
    ]);
  });

  it('is what is used instead where the table has no such key', async () => {
    const source = `from openai import OpenAI
reports = {"tide": "Tell me about the tide.", "wind": "Tell me about the wind."}
OpenAI().responses.create(model="gpt-4o", input=reports.get("fog", "Tell me about the harbour."))`;
    assert.deepEqual(await sent('harbour/report.py', source), ['Tell me about the harbour.']);
  });

  it('but not where something else is added to the table', async () => {
    const source = `${send}const notes = { rye: 'Write about the rye loaf.', ...others() };
export const note = (kind: string) => send(notes[kind]);`;
    assert.deepEqual(await sent('bakery/notes.ts', source), []);
  });
});

describe('a text that is replaced in another one', () => {
  it('is part of it where it is written out, and a hole where it is not', async () => {
    const source = `${send}export const a = (oven: string) =>
  send('Bake {{loaf}} in {{oven}}, and {{loaf}} again.'.replaceAll('{{loaf}}', 'rye').replace('{{oven}}', oven));`;
    assert.deepEqual(await sent('bakery/bake.ts', source), ['Bake rye in {oven}, and rye again.']);
  });
});

const tide = 'Mind the tide of the evening, and warn every ship that lies too deep.';
const fog = 'Mind the fog of the morning, and keep every ship without a horn inside.';
const berth = 'Name the berth of the ship that asks, and nothing else.';

/** The same table in the other languages, and what is said where it has no such entry. */
const tables: readonly (readonly [path: string, text: string])[] = [
  [
    'harbour/desk.go',
    `package desk
import openai "github.com/sashabaranov/go-openai"
func note(kind string) string {
	notes := map[string]string{ "tide": "${tide}", "fog": "${fog}" }
	if text, ok := notes[kind]; ok {
		return text
	}
	return "${berth}"
}
func ask(c *openai.Client, kind string) {
	c.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: "gpt-4o",
		Messages: []openai.ChatCompletionMessage{{Role: "system", Content: note(kind)}},
	})
}`,
  ],
  [
    'harbour/desk.rb',
    `require "openai"
NOTES = { "tide" => "${tide}", "fog" => "${fog}" }.freeze
def ask(kind)
  OpenAI::Client.new.chat(parameters: { model: "gpt-4o", messages: [{ role: "system", content: NOTES.fetch(kind, "${berth}") }] })
end`,
  ],
  [
    'harbour/Desk.php',
    `<?php
use OpenAI\\Laravel\\Facades\\OpenAI;
function ask(string $kind) {
  $notes = ['tide' => '${tide}', 'fog' => '${fog}'];
  return OpenAI::chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'system', 'content' => $notes[$kind] ?? '${berth}']]]);
}`,
  ],
  [
    'harbour/Desk.cs',
    `using OpenAI.Chat;
class Desk {
  static readonly Dictionary<string, string> Notes = new() { ["tide"] = "${tide}", ["fog"] = "${fog}" };
  void Ask(ChatClient client, string kind) {
    client.CompleteChat(new SystemChatMessage(Notes.GetValueOrDefault(kind, "${berth}")));
  }
}`,
  ],
  [
    'harbour/Desk.java',
    `import dev.langchain4j.data.message.SystemMessage;
class Desk {
  static final Map<String, String> NOTES = Map.of("tide", "${tide}", "fog", "${fog}");
  void ask(ChatModel model, String kind) {
    model.chat(SystemMessage.from(NOTES.getOrDefault(kind, "${berth}")));
  }
}`,
  ],
];

for (const [path, source] of tables)
  it(`a text out of a table is any of them, or what stands for none, in ${path}`, async () => {
    const { prompts } = await reportOf({ [path]: source });
    const texts = prompts
      .filter(({ role }) => role === 'system')
      .map(({ segments }) => segments.map(shown).join(''));
    assert.deepEqual(texts.sort(), [fog, tide, berth].sort());
  });
