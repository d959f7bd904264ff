import { expressionAt } from '../prompts/expressions.ts';
import type { Place } from '../source/workspace.ts';
import { callsIn, expressionIn, isIn, isSet, textOf, valueOf } from './code.ts';
import { quoted } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Tools are rendered in front of everything else, in the order in which they are given. When that is the order of a
 * Python set, it changes with every process, and nothing of the request is found in the cache of another.
 *
 * Sort the tools by their name, or keep them in a list.
 *
 * Sources: Python documentation, `PYTHONHASHSEED`; Anthropic, tool use with prompt caching (2026-07-01).
 *
 * ```py bad
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, berth_tools, pilot_tools):
 *     tools = list(set(berth_tools + pilot_tools))
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         tools=tools,
 *         messages=[{"role": "system", "content": HANDBOOK}, {"role": "user", "content": question}],
 *     )
 * ```
 *
 * ```py good
 * from openai import OpenAI
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question, berth_tools, pilot_tools):
 *     tools = berth_tools + pilot_tools
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         tools=tools,
 *         messages=[{"role": "system", "content": HANDBOOK}, {"role": "user", "content": question}],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'volatile-tool-order',
  title: 'The tools are given in the order of a set, which changes with every process',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'call',
  fix: null,
  options: {},
  *check({ call, caching, sources }) {
    const hole = call.toolsVary;
    if (hole === null || caching === null) return;
    const place = expressionIn(sources, { ...hole, name: hole.expression });
    if (place === null || !isIn('python', place.unit)) return;
    const set = setInside(valueOf(place));
    if (set === null) return;
    const { unit, node } = set;
    const range = { start: node.start, end: node.end };
    yield { path: unit.path, range, evidence: textOf(set), data: { expression: textOf(set) } };
  },
  say: ({ expression }) =>
    `${quoted(expression)} gives the tools in another order in every process, and so each writes the cache anew: keep them in a list, or sort them by name`,
});

/** The set that `list(…)` or the expression itself makes a list of. */
function setInside(place: Place): Place | null {
  if (isSet(place)) return place;
  for (const { unit, call } of callsIn(place)) {
    const callee = expressionAt({ unit, node: call.callee });
    const [only, another] = call.args;
    if (callee.kind !== 'name' || callee.name !== 'list' || only === undefined || another !== undefined)
      continue;
    const inner = { unit, node: only.value };
    if (isSet(valueOf(inner))) return inner;
  }
  return null;
}
