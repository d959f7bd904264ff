import { amount } from '../configValues.ts';
import { expressionAt, unwrap } from '../prompts/expressions.ts';
import { option } from '../shape.ts';
import type { Place } from '../source/workspace.ts';
import { callsIn, isSet, pythonSaying, textOf, valueOf } from './code.ts';
import { quoted } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Python gives the strings in a set another order in every process. A prompt that joins a set is therefore another
 * prompt in every worker and after every restart, and each of them writes the cache anew.
 *
 * Sort what comes out of the set; the words stay the same.
 *
 * Source: Python documentation, `PYTHONHASHSEED` (hash randomization is on since 3.3).
 *
 * ```py bad
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, berths):
 *     names = ", ".join(set(berths))
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": f"Berths: {names}\n{HANDBOOK}"},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 *
 * ```py good
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, berths):
 *     names = ", ".join(sorted(set(berths)))
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": f"Berths: {names}\n{HANDBOOK}"},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'set-iteration-in-prefix',
  title: 'The order of a set, which changes with every process, stands in a prompt',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'request',
  fix: 'safe',
  options: {
    assumedMinimum: option(
      amount,
      1024,
      'Where it is not known from how many tokens on a model’s provider caches: what is assumed.',
    ),
  },
  *check({ map, caching, sources }, { assumedMinimum }) {
    if (map.totalTokens < (caching?.minimumTokens ?? assumedMinimum)) return;
    for (const part of map.parts) {
      if (part.kind !== 'hole') continue;
      const place = pythonSaying(sources, part, 'join');
      const joined = place === null ? null : joinedSet(place);
      if (joined === null) continue;
      const { start, end } = joined.node;
      const expression = textOf(joined);
      yield {
        path: joined.unit.path,
        range: { start, end },
        prompt: part.prompt,
        evidence: expression,
        data: { expression },
        fix: {
          title: 'Sort it',
          disposition: 'safe',
          edits: [{ path: joined.unit.path, range: { start, end }, text: `sorted(${expression})` }],
        },
      };
    }
  },
  say: ({ expression }) =>
    `${quoted(expression)} comes in another order in every process, and so each writes the cache anew: sort it`,
});

/** The set that an expression joins. */
function joinedSet(place: Place): Place | null {
  for (const { unit, call } of callsIn(place)) {
    const callee = expressionAt(unwrap({ unit, node: call.callee }));
    const [first, second] = call.args;
    if (callee.kind !== 'member' || callee.name !== 'join' || first === undefined || second !== undefined)
      continue;
    const list = { unit, node: first.value };
    if (isSet(valueOf(list))) return list;
  }
  return null;
}
