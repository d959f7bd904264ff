import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonValue } from '../../../../src/core/shape.ts';
import { TokenCounter } from '../../../../src/core/tokens/count.ts';
import { hiddenPrompt } from '../../../../src/core/tokens/tools/anthropic.ts';
import { countResponseFormat, countTools } from '../../../../src/core/tokens/tools/count.ts';
import { toolsIn } from '../../../../src/core/tokens/tools/definition.ts';
import { toolFormOf } from '../../../../src/core/tokens/tools/forms.ts';
import { namespaceForm } from '../../../../src/core/tokens/tools/namespaceForm.ts';
import { loadEncoding } from '../counters.ts';

const counter = new TokenCounter({ loadEncoding });
const parameters = {
  type: 'object',
  properties: {
    loaf: { type: 'string', enum: ['rye', 'spelt'], description: 'Which loaf', default: 'rye' },
    count: { type: 'integer' },
    sizes: { type: 'array', items: { type: 'number' } },
    note: { type: ['string', 'null'] },
    oven: {
      type: 'object',
      properties: { degrees: { type: 'number', description: 'Celsius' } },
      required: ['degrees'],
    },
    when: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    extra: {},
  },
  required: ['loaf', 'oven'],
};
const bake = { name: 'bake', description: 'Bakes a loaf.\nAsk first.', parameters };
const count = (
  definitions: readonly (JsonValue | null)[],
  model: string | null,
  toolChoice: JsonValue = null,
) => countTools({ definitions, toolChoice, systemEnd: null }, model, counter);

describe('a definition', () => {
  it('is found in the form of every SDK', () => {
    const { name, description } = bake;
    const forms: readonly JsonValue[] = [
      bake,
      { type: 'function', ...bake },
      { type: 'function', function: bake },
      { name, description, input_schema: parameters },
      { type: 'custom', name, description, input_schema: parameters },
      { name, description, inputSchema: parameters },
      { toolSpec: { name, description, inputSchema: { json: parameters } } },
      { functionDeclarations: [bake] },
    ];
    for (const form of forms) assert.deepEqual(toolsIn(form), [bake], JSON.stringify(form).slice(0, 60));
  });

  it('is none where the provider runs the tool, or where there is nothing to read', () => {
    const others: readonly JsonValue[] = [
      { type: 'web_search_20260209', name: 'web_search' },
      { type: 'file_search' },
      'bake',
      3,
      null,
      [],
      {},
    ];
    for (const other of others) assert.deepEqual(toolsIn(other), [], JSON.stringify(other));
  });
});

describe('the form of a namespace', () => {
  it('declares types, choices, what is needed and what is inside', () => {
    assert.equal(
      namespaceForm([bake, { name: 'rest', description: null, parameters: {} }], { defaults: true }),
      `namespace functions {

// Bakes a loaf.
// Ask first.
type bake = (_: {
// Which loaf
loaf: "rye" | "spelt", // default: rye
count?: number,
sizes?: number[],
note?: string | null,
oven: {
  degrees: number,
},
when?: string | number,
extra?: any,
}) => any;

type rest = () => any;

} // namespace functions`,
    );
  });

  it('shows a type that there is not as any', () => {
    const parameters = { type: 'object', properties: { loaf: { type: 'constructor' } } };
    const form = namespaceForm([{ name: 'bake', description: null, parameters }], { defaults: false });
    assert.match(form, /loaf\?: any,/);
  });

  it('ends where a schema holds itself', () => {
    const node: { type: string; properties: Record<string, JsonValue> } = { type: 'object', properties: {} };
    node.properties['child'] = node;
    const form = namespaceForm([{ name: 'tree', description: null, parameters: node }], { defaults: false });
    assert.ok(form.length < 10_000 && form.includes('child?: any'));
  });
});

describe('what tools cost', () => {
  it('is told of each, of all, and of what belongs to none', () => {
    const { each, all, framing } = count([bake, null, { name: 'rest' }], 'gpt-4o');
    assert.deepEqual([each[0]?.certainty, each[0]?.band, each[1]], ['calibrated', 0.1, null]);
    assert.ok((each[0]?.count ?? 0) > (each[2]?.count ?? 0));
    assert.equal(all?.count, (each[0]?.count ?? 0) + (each[2]?.count ?? 0) + framing);
  });

  it("is surest for OpenAI's older models and least sure where nobody publishes the form", () => {
    const band = (model: string | null) => count([bake], model).each[0]?.band ?? 0;
    assert.equal(band('gpt-3.5-turbo'), 0.02);
    assert.equal(band('gpt-4.1'), 0.1);
    assert.ok(
      band('claude-sonnet-4-5') > 0.15 && band('gemini-2.5-pro') >= 0.3 && band(null) > band('gpt-5'),
    );
  });

  it("holds Anthropic's hidden prompt, by generation and choice", () => {
    const framing = (model: string, choice?: JsonValue) => count([bake], model, choice).framing;
    const more = framing('claude-opus-4-6', { type: 'any' }) - framing('claude-opus-4-6', { type: 'auto' });
    assert.equal(more, 589 - 497);
    assert.ok(framing('claude-opus-4-6') >= 497 - 3 && framing('claude-opus-4-6') <= 497 + 3);
    assert.equal(hiddenPrompt('claude-opus-5.5').auto, 286);
    assert.deepEqual([hiddenPrompt('claude-haiku-3').auto, hiddenPrompt('claude-haiku-3').any], [264, 340]);
    assert.equal(hiddenPrompt('claude-fable-9').auto, hiddenPrompt('claude-opus-5').auto);
  });

  it('is nothing known where no definition is', () => {
    assert.deepEqual(count([null, { type: 'web_search' }], 'gpt-4o'), {
      each: [null, null],
      all: null,
      framing: 0,
    });
    assert.deepEqual(count([], 'claude-opus-5'), { each: [], all: null, framing: 0 });
  });

  it('is read from the choice in every spelling', () => {
    const framing = (choice: JsonValue) => count([bake], 'gpt-4o', choice).framing;
    assert.equal(framing('none') - framing('auto'), 1);
    assert.ok(framing({ type: 'function', function: { name: 'bake' } }) > framing('auto') + 4);
    assert.equal(framing({ type: 'tool', name: 'bake' }), framing({ name: 'bake' }));
    const claude = (choice: JsonValue) => count([bake], 'claude-opus-4-8', choice).framing;
    assert.equal(claude('required'), claude({ type: 'any' }));
  });

  it('names its source', () => {
    for (const model of ['gpt-4', 'gpt-5', 'claude-opus-5', 'gemini-3-pro', null])
      assert.match(
        `${toolFormOf(model).date} ${toolFormOf(model).source}`,
        /^\d{4}-\d\d-\d\d (?:https:|assumed:)/,
      );
  });
});

describe('the schema of a reply', () => {
  const schema = { type: 'object', properties: { loaves: { type: 'array', items: { type: 'string' } } } };

  it('is counted in the form of either interface', () => {
    const chat = countResponseFormat(
      { type: 'json_schema', json_schema: { name: 'order', schema } },
      'gpt-4o',
      counter,
    );
    const responses = countResponseFormat(
      { format: { type: 'json_schema', name: 'order', schema } },
      'gpt-4o',
      counter,
    );
    assert.ok(chat !== null && chat.count > 20 && chat.count < 60 && chat.certainty === 'calibrated');
    assert.deepEqual(responses, chat);
  });

  it('is not known where there is none', () => {
    for (const format of [null, 'json', { type: 'json_object' }, { type: 'json_schema' }])
      assert.equal(countResponseFormat(format, 'gpt-4o', counter), null);
  });
});
