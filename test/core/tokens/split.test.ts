import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { splitters } from '../../../src/core/tokens/split.ts';
import { RankTable } from '../../../src/core/tokens/table.ts';
import { encodings, loadEncoding } from './counters.ts';
import { Random, randomText } from './random.ts';

const require = createRequire(import.meta.url);
/** Rust's `\s`: JavaScript's has U+FEFF in addition and lacks U+0085. */
const white = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

for (const name of encodings) {
  const { pat_str } = require(`js-tiktoken/ranks/${name}`) as { pat_str: string };
  const pattern = new RegExp(
    pat_str
      .replaceAll('[^\\s', `[^${white}`)
      .replaceAll('\\S', `[^${white}]`)
      .replaceAll('\\s', `[${white}]`)
      .replaceAll("'s|'S|", "'s|'S|'ſ|"),
    'gu',
  );
  const { kinds } = new RankTable(loadEncoding(name), name);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  function pieces(text: string): string[] {
    const bytes = encoder.encode(text);
    const found: string[] = [];
    for (let at = 0; at < bytes.length;) {
      const next = splitters[name](kinds, bytes, at, bytes.length);
      assert.ok(next > at, `stuck at byte ${at} of ${JSON.stringify(text)}`);
      found.push(decoder.decode(bytes.subarray(at, next)));
      at = next;
    }
    return found;
  }

  describe(`${name} splits`, () => {
    const examples: Readonly<Record<string, readonly string[]>> = {
      "We'll bake 1234 loaves.\n\n  Then rest": [
        "We'll| bake| |123|4| loaves|.\n\n| | Then| rest",
        "We|'ll| bake| |123|4| loaves|.\n\n| | Then| rest",
      ],
      'HTMLParser getUserById': ['HTMLParser| get|User|By|Id', 'HTMLParser| getUserById'],
      面包ABC: ['面包|ABC', '面包ABC'],
      "\u0301's //\n/x": ["\u0301's| //\n/|x", "\u0301'|s| //\n|/x"],
      ' \n \t x': [' \n| \t| x', ' \n| \t| x'],
      'rye   ': ['rye|   ', 'rye|   '],
    };

    it('as these examples', () => {
      for (const [text, [o200k = '', cl100k = '']] of Object.entries(examples))
        assert.deepEqual(
          pieces(text),
          (name === 'o200k_base' ? o200k : cl100k).split('|'),
          JSON.stringify(text),
        );
    });

    it("random texts where the encoding's own pattern does", () => {
      for (let seed = 1; seed <= 4000; seed++) {
        const text = randomText(new Random(seed))
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .replace(onlyInV8, '');
        assert.deepEqual(pieces(text), text.match(pattern) ?? [], `seed ${seed}: ${JSON.stringify(text)}`);
      }
    });
  });
}

/** Blocks with characters of Unicode 17, which the pattern knows here and does not know in Rust. */
const onlyInV8 =
  /[\u088f\u0c5c\u0cdc\u1acf-\u1aeb\u{10940}-\u{10959}\u{10ec0}-\u{10eff}\u{11b60}-\u{11b67}\u{11db0}-\u{11def}\u{16ea0}-\u{16ed3}\u{16ff0}-\u{16fff}\u{187f8}-\u{187ff}\u{18d00}-\u{18dff}\u{1e6c0}-\u{1e6ff}\u{2b73a}-\u{2b73f}\u{2cea2}-\u{2cead}\u{323b0}-\u{33479}]/gu;
