/** Numbers in [0, 1) that are the same for the same seed (Marsaglia's xorshift with 32 bits). */
export function randomFrom(seed: number): () => number {
  // Seeds that follow each other must not begin alike, and the state must never be 0.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Mutation = (text: string, random: Random) => string;

/** What breaks readers: ends and beginnings of strings, interpolations, brackets, escapes, odd characters, odd line ends. */
const crumbs = [
  ...[
    '<<~EOT',
    '<<<EOT',
    'EOT',
    '#{',
    '{$',
    '%q(',
    '%w[',
    'r#"',
    '"#',
    '::',
    '->',
    '=>',
    '!(',
    '$x',
    '@x',
    '<?php',
    '?>',
    '\\u{1F950}',
  ],
  ...[
    '`',
    '${',
    '}',
    '"',
    "'",
    '"""',
    "'''",
    '\\',
    '\\u{',
    '\\x',
    '\\N{DASH}',
    '{{',
    '}}',
    '{',
    '%s',
    '%(',
    '{0!r:>{1}}',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    ';',
    ',',
    ':',
    '=>',
    '...',
    '**',
    '+',
    '+=',
    '?',
    '??',
    '#',
    '//',
    '/*',
    '*/',
    '<',
    '/>',
  ],
  ...[
    'f"',
    "rb'",
    'await ',
    'async ',
    'class ',
    'return ',
    'import ',
    'export default ',
    'lambda x: ',
    'yield ',
  ],
  ...['\0', '\r', '\r\n', '\n', '\t', '\u2028', '\uFEFF', '\uD83D', '\uDE00', '👩‍👩‍👧', 'e\u0301', '\u202E'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'this',
    'self',
    'super',
    'undefined',
    'NaN',
    '1e999',
    '0x',
    '1_',
  ],
];

const mutations: readonly Mutation[] = [
  // one byte becomes another
  (text, random) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) bytes[below(bytes.length, random)] = below(256, random);
    return bytes.toString();
  },
  // a stretch goes
  (text, random) => {
    const [start, end] = stretch(text, 200, random);
    return text.slice(0, start) + text.slice(end);
  },
  // a stretch comes twice
  (text, random) => {
    const [start, end] = stretch(text, 400, random);
    return text.slice(0, end) + text.slice(start);
  },
  // a stretch moves
  (text, random) => {
    const [start, end] = stretch(text, 200, random);
    const rest = text.slice(0, start) + text.slice(end);
    const at = below(rest.length + 1, random);
    return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
  },
  // a crumb falls in
  (text, random) => {
    const at = below(text.length + 1, random);
    return text.slice(0, at) + crumb(random) + text.slice(at);
  },
  // a token goes, comes twice, or becomes another one of the same text, or a crumb
  (text, random) => {
    const tokens = text.split(/\b/);
    const i = below(tokens.length, random);
    const token = tokens[i] ?? '';
    const choices = ['', token + token, tokens[below(tokens.length, random)] ?? '', crumb(random)];
    tokens[i] = choices[below(choices.length, random)] ?? '';
    return tokens.join('');
  },
  // the file ends early
  (text, random) => text.slice(0, below(text.length + 1, random)),
  // one line is repeated many times
  (text, random) => {
    const lines = text.split('\n');
    const i = below(lines.length, random);
    lines.splice(i, 0, ...Array.from({ length: below(60, random) }, () => lines[i] ?? ''));
    return lines.join('\n');
  },
];

/** The text after one to six mutations. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + below(6, random); left > 0; left--)
    mutated = (mutations[below(mutations.length, random)] ?? ((same) => same))(mutated, random);
  return mutated;
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function crumb(random: Random): string {
  return crumbs[below(crumbs.length, random)] ?? '';
}

function stretch(text: string, longest: number, random: Random): [number, number] {
  const start = below(text.length + 1, random);
  return [start, Math.min(text.length, start + below(longest, random))];
}
