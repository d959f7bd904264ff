import type { Hole } from '../prompts/prompt.ts';
import type { Place } from '../source/workspace.ts';
import { callsIn, comesFromOutside, expressionIn, memberObject, textOf, valueOf } from './code.ts';
import { quoted } from './phrases.ts';
import { defineRule, type Sources } from './rule.ts';
import { written } from './written.ts';

/**
 * A prompt that takes in a whole file, a whole page or a whole conversation costs what that happens to be long: most calls
 * little, one of them the whole context window.
 *
 * Cut it to a length, or send only what the question needs. Say so where it is too long, rather than to cut in silence.
 *
 * Reported is a file or an address that comes in while the program runs, read whole, and a conversation written out whole,
 * if nothing in the file looks at how long it is or counts tokens. A limit that somebody else keeps is not seen, so it is information only.
 * How long the texts are is not known, so no money is named.
 *
 * ```py bad
 * from openai import OpenAI
 *
 *
 * def summary(path):
 *     log = open(path).read()
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         max_completion_tokens=200,
 *         messages=[{"role": "user", "content": f"What happened in the harbour? Its log:\n{log}"}],
 *     )
 * ```
 *
 * ```py good
 * from openai import OpenAI
 *
 *
 * def summary(path):
 *     log = open(path).read()[-20_000:]
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         max_completion_tokens=200,
 *         messages=[{"role": "user", "content": f"What happened in the harbour? The end of its log:\n{log}"}],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'unbounded-hole',
  title: 'A prompt takes in a whole file, page or conversation, however long it is',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'prompt',
  fix: null,
  options: {},
  *check({ prompt, sources }) {
    if (prompt.partOf !== null) return;
    for (const { segment, by } of written(prompt.segments)) {
      const what = segment.kind === 'hole' ? wholeThing(segment, sources) : null;
      if (segment.kind === 'text' || what === null) continue;
      const { path, range } = by ?? segment;
      const { expression } = segment;
      yield { path, range, evidence: expression, data: { expression, what } };
    }
  },
  say: ({ expression, what }) =>
    `${quoted(expression)} is ${what}, and nothing here limits how long it is: cut it to a length, or send what the question needs`,
});

/** Calls that read something to its end, in the languages that we read. */
const reads = {
  'a whole file':
    /\.read\(\s*\)|\.read_text\(|\breadFile(?:Sync)?\(|\bos\.ReadFile\(|\bio\.ReadAll\(|\bFiles\.readString\(|\bFile\.ReadAllText|\bFile\.read\(|\bfile_get_contents\(|\bread_to_string\(/,
  'a whole page':
    /\b(?:requests|httpx)\.get\([^)]*\)\.(?:text|content)\b|\bfetch\(.*\.text\(\s*\)|\.get_text\(|\.body\.innerText\b/s,
} as const;

/** Writes a list out as text. */
const writesOut = /\.join\(|\bJSON\.stringify\(|\bjson\.dumps\(|\bstr\(/;
const conversation = /\b\w*(?:history|conversation|transcript|messages)\b/i;
/** Only a part of it is taken, or a limit is kept. */
const limited =
  /\[[^\]]*:[^\]]*\]|\.(?:slice|substring|substr|Substring|take|Take|first|last|head|truncate)\(|\b\w*(?:trunc|limit|max|clip|trim|shorten|summar|recent|last|chunk)\w*/i;
/** Names that such texts have, and expressions that can be one without a name. To look further takes the tree of a file. */
const suggestive =
  /text|content|doc|file|page|html|transcript|history|conversation|messages|article|source|code|body|readme|log|diff|markdown|data|chat|read|fetch/i;
/** A longer expression does more than to read. Characters. */
const longest = 400;

function wholeThing(hole: Hole, sources: Sources): string | null {
  const { expression, varies } = hole;
  if (varies === 'never' || expression.length > longest || !suggestive.test(expression)) return null;
  if (limited.test(expression) || !mayRead(sources.text(hole.path) ?? '')) return null;
  const place = expressionIn(sources, { ...hole, name: expression });
  const value = place === null ? null : valueOf(place);
  if (place === null || value === null || isLookedAt(place)) return null;
  const code = textOf(value);
  if (code.length > longest || limited.test(code)) return null;
  for (const [what, pattern] of Object.entries(reads))
    if (pattern.test(code)) return readsWhatComesIn(value) ? what : null;
  return writesOut.test(code) && conversation.test(code) && comesFromOutside(value)
    ? 'a whole conversation'
    : null;
}

/** Whether there is anything in a file that could be worth looking for in its tree. */
function mayRead(text: string): boolean {
  return (
    Object.values(reads).some((pattern) => pattern.test(text)) ||
    (writesOut.test(text) && conversation.test(text))
  );
}

const countsTokens = /\b\w*(?:count|num|clip|trunc|trim)\w*tokens?\w*\(|\btiktoken\b/i;

/** Whether something asks how long a named value is, or hands it to what limits it; or the file counts tokens of any text. */
function isLookedAt(place: Place): boolean {
  if (countsTokens.test(place.unit.text)) return true;
  const name = textOf(place);
  if (!/^\w+$/.test(name)) return false;
  const looks = new RegExp(
    `\\b(?:len|size|\\w*(?:count|token|trunc|trim|limit|split|chunk|summar)\\w*)\\(\\s*${name}\\b|\\b${name}\\.(?:length|size|slice|split|len|count)\\b`,
    'i',
  );
  return looks.test(place.unit.text);
}

/** Whether what is read is chosen while the program runs: a file of the program's own is as long as it was made. */
function readsWhatComesIn(value: Place): boolean {
  return callsIn(value).some(({ unit, call }) =>
    [...call.args.map((argument) => argument.value), memberObject({ unit, node: call.callee })].some(
      (node) => node !== null && comesFromOutside({ unit, node }),
    ),
  );
}
