import { keepable } from '../cache/map.ts';
import { amount } from '../configValues.ts';
import { expressionAt } from '../prompts/expressions.ts';
import { option } from '../shape.ts';
import type { Place } from '../source/workspace.ts';
import { callsIn, pythonSaying, textOf, valueOf } from './code.ts';
import { quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * `json.dumps` writes keys in the order in which they came into the dictionary. The same data that was put together in
 * another order, as a database or a merge of two dictionaries may do, is another text, and the provider's cache ends there.
 *
 * `sort_keys=True` makes the text depend on the data alone. A dictionary that is written out in the code has its order and
 * is not reported; nor is data that changes with each request anyway.
 *
 * Source: Python documentation, `json.dumps`.
 *
 * The fix sorts the keys, which the model then reads in another order; keys of several types cannot be sorted.
 *
 * ```py bad
 * import json
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, settings):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": f"{json.dumps(settings)}\n{HANDBOOK}"},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 *
 * ```py good
 * import json
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, settings):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": f"{json.dumps(settings, sort_keys=True)}\n{HANDBOOK}"},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'unsorted-json-in-prefix',
  title: 'JSON whose keys are not sorted stands before fixed text',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'request',
  fix: 'review',
  options: {
    minimumTokens: option(amount, 50, 'Tokens that must stand behind the JSON to be worth a word.'),
    assumedMinimum: option(
      amount,
      1024,
      'Where it is not known from how many tokens on a model’s provider caches: what is assumed.',
    ),
  },
  *check({ map, caching, certainty, sources }, { minimumTokens, assumedMinimum }) {
    let before = 0;
    for (const part of map.parts) {
      // what is already broken, or changes anyway, is not broken by an order
      if (part.varies === 'request') return;
      before += part.tokens;
      const behind = map.totalTokens - before;
      // nothing to win where the provider keeps no more of the whole than of what stands before
      const wins = caching === null || keepable(map.totalTokens, caching) > keepable(before, caching);
      if (part.kind !== 'hole' || behind < minimumTokens || !wins) continue;
      if (map.totalTokens < (caching?.minimumTokens ?? assumedMinimum)) return;
      const place = pythonSaying(sources, part, 'dumps');
      const dumped = place === null ? null : unsorted(place);
      if (dumped === null) continue;
      const { start, end } = dumped.node;
      yield {
        path: dumped.unit.path,
        range: { start, end },
        prompt: part.prompt,
        evidence: textOf(dumped),
        data: { expression: textOf(dumped), behind, certainty },
        fix: {
          title: 'Sort the keys',
          disposition: 'review',
          edits: [{ path: dumped.unit.path, range: { start: end - 1, end }, text: ', sort_keys=True)' }],
        },
      };
    }
  },
  say: ({ expression, behind, certainty }) =>
    `the keys of ${quoted(expression)} come in the order in which they were put in: sort them, or ${tokensPhrase(behind, certainty)} after them can miss the cache`,
});

/** Others, such as orjson and toml, have a `dumps` too, and break on an argument that they do not know. */
const takesSortKeys: ReadonlySet<string> = new Set(['json', 'simplejson', 'ujson']);

/** `json.dumps(data)` of something whose order nobody sees. */
function unsorted(place: Place): Place | null {
  for (const found of callsIn(place)) {
    const { unit, node, call } = found;
    const callee = expressionAt({ unit, node: call.callee });
    const [data] = call.args;
    if (callee.kind !== 'member' || callee.name !== 'dumps' || data === undefined || data.name !== null)
      continue;
    if (!takesSortKeys.has(textOf({ unit, node: callee.object }))) continue;
    if (call.args.some(({ name, spread }) => name === 'sort_keys' || spread)) continue;
    if (/[,\s]\)$/.test(textOf({ unit, node }))) continue;
    const value = expressionAt(valueOf({ unit, node: data.value }));
    if (!['record', 'list', 'string', 'number'].includes(value.kind)) return found;
  }
  return null;
}
