import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { sourceOffset } from '../../../../src/core/source/decoded.ts';
import type { Entries } from '../../../../src/core/source/formats/reading/entries.ts';
import { jsonEntries } from '../../../../src/core/source/formats/reading/json.ts';
import { tomlEntries } from '../../../../src/core/source/formats/reading/toml.ts';
import { yamlEntries } from '../../../../src/core/source/formats/reading/yaml.ts';

/** The strings of a parsed value by their keys, as our readers give them. */
function stringsOf(value: unknown, keys: readonly (string | number)[] = []): [string, string][] {
  if (typeof value === 'string') return [[JSON.stringify(keys), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsOf(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}

function assertSame({ entries, problem }: Entries, source: string, expected: unknown): void {
  assert.equal(problem, null);
  assert.deepEqual(
    entries.map(({ keys, text }) => [JSON.stringify(keys), text.text]),
    stringsOf(expected),
  );
  for (const { text } of entries)
    for (let i = 0; i < text.text.length; i++) {
      const wanted = text.text[i] ?? '';
      const found = source[sourceOffset(text, i)] ?? '';
      if (/[\udc00-\udfff]/.test(wanted)) continue;
      const fits = found === wanted || found === '\\' || (/\s/.test(found) && /\s/.test(wanted));
      assert.ok(
        fits,
        `${JSON.stringify(wanted)} of ${JSON.stringify(text.text)} stands at ${JSON.stringify(found)}`,
      );
    }
}

const yamls: Readonly<Record<string, string>> = {
  plain: 'bread: rye with a crust\n',
  'plain over lines': 'bread: rye\n  with a\n\n  crust   \nprice: 3\n',
  'single quotes': "bread: 'the baker''s rye\n  with a crust'\n",
  'double quotes': 'bread: "rye\\twith \\x41 \\u00e9 \\"crust\\" \\\n  and \\\\ more\n\n  lines \\n"\n',
  literal: 'bread: |\n  rye\n    with a crust\n\n  and more\n\n\nprice: 3\n',
  'literal, stripped': 'bread: |-\n  rye\n  crust\n\n',
  'literal, kept': 'bread: |+\n  rye\n  crust\n\n\n',
  'literal, indented more': 'bread: |2\n    rye\n  crust\n',
  'literal, first line blank': 'bread: |\n\n  rye\n\n   crust\n',
  'literal in a list': '- |\n rye\n crust\n- rye\n',
  'literal with tabs': 'bread: |\n  rye\n  \tcrust\t \n',
  'literal with a comment behind its mark': 'bread: | # as ever\n  rye\n  crust\n',
  folded: 'bread: >\n  rye\n  with a\n  crust\n\n  and\n\n\n  more\n',
  'folded with more indentation': 'bread: >-\n  rye\n    as it\n    stands\n  crust\n',
  'folded, blank line at the end': 'bread: >+\n  rye\n  crust\n\n',
  'flow collections': '{bread: [rye, "wheat"], oven: {hot: very hot}}\n',
  'several kinds of keys': '? bread\n: rye\n"oven": hot stone\n1.5: one loaf\n',
  'characters beyond the first plane': 'bread: "🥐 \\U0001F950"\nother: |\n  🥐 rye\n  🥖\n',
  'windows line ends': 'bread: |\r\n  rye\r\n  crust\r\nprice: rye\r\n  bread\r\n',
  'comments between': '# a\nbread: rye # b\n# c\noven:\n  # d\n  hot: very\n',
  'a tag': 'bread: !loaf rye bread\n',
  'an anchor': 'bread: &b rye bread\n',
};

describe('YAML', () => {
  for (const [what, source] of Object.entries(yamls))
    it(what, () => {
      assertSame(yamlEntries(source), source, parseYaml(source, { logLevel: 'silent' }));
    });

  it('reads all documents of a file', () => {
    assert.deepEqual(
      yamlEntries('bread: rye\n---\nbread: wheat\n').entries.map(({ text }) => text.text),
      ['rye', 'wheat'],
    );
  });

  it('does not follow aliases', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`);
    const { entries } = yamlEntries(`a0: &a0 rye bread\n${bomb.join('\n')}\n`);
    assert.deepEqual(
      entries.map(({ text }) => text.text),
      ['rye bread'],
    );
  });

  it('takes keys that come twice', () => {
    const { entries } = yamlEntries('bread: rye\nbread: wheat\n');
    assert.deepEqual(
      entries.map(({ text }) => text.text),
      ['rye', 'wheat'],
    );
  });

  it('reads what stands before a mistake, and names its line', () => {
    const { entries, problem } = yamlEntries('bread: rye bread\nprice: "3\noven: [\n');
    assert.deepEqual(entries[0]?.text.text, 'rye bread');
    assert.match(problem ?? '', /^line \d+ is not YAML$/);
  });

  it('says when it is nested too deeply', () => {
    const { problem } = yamlEntries('['.repeat(100_000));
    assert.notEqual(problem, null);
  });
});

const jsons: Readonly<Record<string, string>> = {
  strings: '{"bread": "rye", "prices": ["three", 3, null, true, "four"]}',
  escapes: '{"bread": "\\"rye\\" \\u00e9\\n\\t\\\\ \\/ \\ud83e\\udd50"}',
  nesting: '{"a": {"b": [{"c": "d"}, ["e"]]}, "f": "g"}',
  'braces in strings': '{"a": "{", "b": "]", "c": ":,"}',
  'an empty key': '{"a": {"": 1, "b": "c"}}',
};

describe('JSON', () => {
  for (const [what, source] of Object.entries(jsons))
    it(what, () => {
      assertSame(jsonEntries(source), source, JSON.parse(source));
    });

  it('takes comments, trailing commas, and the quotes and keys of JSON5', () => {
    const { entries } = jsonEntries('{ // "no": "no"\n bread: \'rye\', /* "x" */ "oven": ["hot",], }');
    assert.deepEqual(
      entries.map(({ keys, text }) => [keys, text.text]),
      [
        [['bread'], 'rye'],
        [['oven', 0], 'hot'],
      ],
    );
  });

  it('reads on behind what is broken', () => {
    const { entries } = jsonEntries('{"bread": "rye", "oven": "not closed\n "price": "three"');
    assert.deepEqual(
      entries.map(({ text }) => text.text),
      ['rye', 'three'],
    );
  });

  it('needs no stack for nesting', () => {
    const depth = 200_000;
    const { entries, problem } = jsonEntries(`${'['.repeat(depth)}"rye"${']'.repeat(depth)}`);
    assert.deepEqual([entries, problem], [[], null]);
  });
});

const tomls: Readonly<Record<string, string>> = {
  'basic strings': 'bread = "rye \\"crust\\" \\u00e9\\n"\n',
  'literal strings': "path = 'C:\\oven'\n",
  'long strings': 'bread = """\nrye "crust"\n  with \\\n    more\n"""\noven = "hot"\n',
  'long literal strings': "bread = '''\nrye 'crust' \\n\n'''\n",
  tables: '[shop]\nbread = "rye"\n[shop.oven]\nhot = "very"\n["the door"]\nopen = "no" # yes\n',
  'dotted keys': 'shop.oven."the door" = "open"\n',
  'numbers between': 'price = 3\nbread = "rye"\nopen = true\n',
  'brackets in strings': 'a = "[b]"\nc = """\n[d]\ne = "f"\n"""\ng = "h"\n',
  'quotes at the end': 'a = """rye "crust"""""\nb = "c"\n',
  'windows line ends': 'a = """\r\nrye\r\n"""\r\nb = "c"\r\n',
};

describe('TOML', () => {
  for (const [what, source] of Object.entries(tomls))
    it(what, () => {
      assertSame(tomlEntries(source), source, parseToml(source));
    });

  it('reads on behind what is broken', () => {
    const { entries } = tomlEntries('a = "not closed\n[[[\nb = "c"\n = "d"\n');
    assert.deepEqual(
      entries.map(({ text }) => text.text),
      ['c'],
    );
  });
});
