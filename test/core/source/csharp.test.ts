import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOffset } from '../../../src/core/source/decoded.ts';
import { reportOf } from '../../hostile/memory.ts';

/** What a literal is as a prompt, with the expressions of its holes in angles; the mark keeps it a prompt, whatever it says. */
async function written(literal: string): Promise<{ text: string; source: string; stands: string[] }> {
  const source = `class Bakery {\n  // promptmeter: prompt\n  string Text = ${literal};\n}\n`;
  const report = await reportOf({ 'shop/Bakery.cs': source });
  const segments = report.prompts[0]?.segments ?? [];
  const text = segments.map((part) => (part.kind === 'text' ? part.text : `<${part.expression}>`)).join('');
  const stands = segments.flatMap((part) =>
    part.kind === 'hole' ? [] : Array.from(part.text, (_, i) => source[sourceOffset(part, i)] ?? ''),
  );
  return { text, source, stands };
}

describe('a C# string', () => {
  const forms: Readonly<Record<string, readonly [literal: string, text: string]>> = {
    escapes: [
      String.raw`"Bake\tand\n\"oats\" \\ \'\a\b\e\f\r\v\0|"`,
      'Bake\tand\n"oats" \\ \'\x07\b\x1b\f\r\v\0|',
    ],
    'numbers of characters': [String.raw`"\u00e9clair \U0001F950 \x41B \xe9!"`, 'éclair 🥐 \u041b é!'],
    'of bytes': ['"Bake rye"u8', 'Bake rye'],
    verbatim: ['@"C:\\new ""rye"" {0}"', 'C:\\new "rye" {0}'],
    'verbatim, in lines': ['@"Bake\n  rye"', 'Bake\n  rye'],
    interpolated: [
      '$"Bake {bread} for {guest.Name}, {{not this}}"',
      'Bake <bread> for <guest.Name>, {not this}',
    ],
    'interpolated with a format': ['$"Bake {count,3:N0} loaves"', 'Bake <count> loaves'],
    'interpolated and verbatim': ['$@"Bake ""{bread}"" {{now}}"', 'Bake "<bread>" {now}'],
    raw: ['"""Bake "rye" \\n {0}"""', 'Bake "rye" \\n {0}'],
    'raw, in lines': ['"""\n    Bake\n      rye.\n\n    Now.\n    """', 'Bake\n  rye.\n\nNow.'],
    'raw with more quotes': ['""""\n  Say """bread""".\n  """"', 'Say """bread""".'],
    'raw and interpolated': ['$"""\n  Bake {bread}\n  for {guest}.\n  """', 'Bake <bread>\nfor <guest>.'],
    'raw with more braces': [
      '$$"""\n  Bake {{bread}} as {"json": 1}.\n  """',
      'Bake <bread> as {"json": 1}.',
    ],
  };
  for (const [name, [literal, text]] of Object.entries(forms))
    it(name, async () => {
      assert.equal((await written(literal)).text, text);
    });

  it('knows where each character stands', async () => {
    assert.deepEqual((await written(String.raw`"ba\tke\u00e9s"`)).stands, [
      'b',
      'a',
      '\\',
      'k',
      'e',
      '\\',
      's',
    ]);
    assert.deepEqual((await written('"""\n    ba\n      ke\n    """')).stands, [...'ba\n  ke']);
    assert.deepEqual((await written('$@"ba""{k}""ke"')).stands, [...'ba""ke']);
  });
});
