import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../../hostile/memory.ts';

/** `name role model: text` of every prompt; holes as `{expression}`. */
async function read(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts.map(({ id, role, model, segments }) => {
    const text = segments.map((one) => (one.kind === 'text' ? one.text : `{${one.expression}}`)).join('');
    return `${id.slice(id.indexOf('#') + 1)} ${role} ${model?.id ?? '-'}: ${text}`;
  });
}

const clients = `// which models the harbour asks
client<llm> Pilot {
  provider anthropic
  options { model "claude-haiku-4-5" api_key env.KEY }
}`;

describe('BAML', () => {
  it('has a prompt in each function, without its margin', async () => {
    const source = `class Berth { model string @description(#"the berth's number"#) }
function FindBerth(ship: Ship) -> Berth {
  client "openai/gpt-4o-mini"
  prompt #"
    Find a berth for {{ ship.name }}.
      - The draught counts most.

    {{ ctx.output_format }}
  "#
}
test Night { functions [FindBerth] args { ship #"The ferry at night"# } }`;
    assert.deepEqual(await read({ 'baml_src/berth.baml': source }), [
      'FindBerth template gpt-4o-mini: Find a berth for {ship.name}.\n  - The draught counts most.\n\n{ctx.output_format}',
    ]);
  });

  it('has messages, and clients by name, also of the file beside it', async () => {
    const source = `function Answer(question: string) -> string {
  prompt ##"
    {{ _.role("system") }}
    You pilot ships, and say "#aye".
    {{ _.role('user') }}
    {{ question }}, please.
  "##
  client Pilot
}
template_string Signals() #"
  Two long blasts mean: I turn.
"#`;
    const expected = [
      'Answer.system system claude-haiku-4-5: You pilot ships, and say "#aye".',
      'Answer.user user claude-haiku-4-5: {question}, please.',
    ];
    const beside = await read({ 'baml_src/clients.baml': clients, 'baml_src/answer.baml': source });
    assert.deepEqual(beside.slice(0, 2), expected);
    assert.match(beside[2] ?? '', /^Signals \w+ -: Two long blasts mean: I turn\.$/);
    const same = await read({ 'baml_src/answer.baml': `${clients}\n${source}` });
    assert.deepEqual(same.slice(0, 2), expected);
  });

  it('may be broken off anywhere', async () => {
    const source =
      'function Answer(question: string) -> string {\n  client Pilot\n  prompt #"\n    You pilot ships.';
    for (let end = 0; end <= source.length; end += 7) await read({ 'answer.baml': source.slice(0, end) });
    assert.deepEqual(await read({ 'answer.baml': source }), ['Answer system -: You pilot ships.']);
  });
});
