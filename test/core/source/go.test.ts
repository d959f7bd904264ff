import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packageName } from '../../../src/core/source/languages/go/declarations.ts';
import { decodeGo } from '../../../src/core/source/languages/go/strings.ts';
import { sourceOffset } from '../../../src/core/source/decoded.ts';

function decode(source: string) {
  const kind = source.startsWith('`') ? 'raw_string_literal' : 'interpreted_string_literal';
  return decodeGo({ kind, field: null, parent: null, children: [], start: 0, end: source.length }, source);
}

describe('a Go string', () => {
  const forms: readonly (readonly [source: string, text: string])[] = [
    [String.raw`"bread\tand\n\"butter\" \\ \a\b\f\r\v"`, 'bread\tand\n"butter" \\ \x07\b\f\r\v'],
    [String.raw`"\u00e9clair \U0001F950"`, 'éclair 🥐'],
    [String.raw`"\303\251 and \xc3\xa9 are bytes of one letter"`, 'é and é are bytes of one letter'],
    [String.raw`"\q and \u12 are no escapes"`, String.raw`\q and \u12 are no escapes`],
    ['`raw \\n and "quotes"`', 'raw \\n and "quotes"'],
    ['`no carriage\r\nreturns`', 'no carriage\nreturns'],
    ['"not closed', 'not closed'],
    ['"', ''],
    ['"ends in \\', 'ends in \\'],
  ];
  for (const [source, text] of forms)
    it(JSON.stringify(source), () => {
      assert.equal(decode(source).text, text);
    });

  it('knows where each character stands', () => {
    const source = String.raw`"a\tb\u00e9c"`;
    const decoded = decode(source);
    assert.equal(decoded.text, 'a\tbéc');
    const stands = [...decoded.text].map((_, i) => source[sourceOffset(decoded, i)]);
    assert.deepEqual(stands, ['a', '\\', 'b', '\\', 'c']);
  });
});

describe('the name of a Go package', () => {
  const names: readonly (readonly [module: string, name: string])[] = [
    ['fmt', 'fmt'],
    ['github.com/sashabaranov/go-openai', 'openai'],
    ['github.com/openai/openai-go/v3', 'openai'],
    ['github.com/anthropics/anthropic-sdk-go', 'anthropic'],
    ['gopkg.in/yaml.v3', 'yaml'],
    ['github.com/google/generative-ai-go/genai', 'genai'],
    ['example.com/go', 'go'],
  ];
  for (const [module, name] of names)
    it(module, () => {
      assert.equal(packageName(module), name);
    });
});
