import type { Call } from './prompts/request.ts';
import type { MeteredPrompt } from './report.ts';
import type { Tokens } from './tokens/tokens.ts';

/**
 * The texts that a call sends, each with what it is at least and at most: nothing of a message that is sent under a
 * condition, and of several texts of which one is sent the shortest and the longest.
 * @param inside prompts that were counted with something else.
 */
export function textsOfCall(
  call: Call,
  prompts: ReadonlyMap<string, MeteredPrompt>,
  inside: ReadonlySet<string>,
): readonly Tokens[] {
  const told = new Set<string>();
  const texts = call.messages.flatMap(({ always, parts }) =>
    parts.flatMap((part) => {
      if (part.kind !== 'text') return [];
      for (const id of part.prompts) told.add(id);
      const tokens = part.prompts.flatMap((id) => prompts.get(id)?.tokens ?? []);
      const sent = part.oneOf ? oneOf(tokens) : tokens;
      return always ? sent : sent.map((one) => ({ ...one, count: 0, most: one.most ?? one.count }));
    }),
  );
  const others = call.prompts.filter((id) => !told.has(id) && !inside.has(id));
  return [...texts, ...others.flatMap((id) => prompts.get(id)?.tokens ?? [])];
}

function oneOf(tokens: readonly Tokens[]): readonly Tokens[] {
  const most = Math.max(...tokens.map((one) => one.most ?? one.count));
  const shortest = [...tokens].sort((a, b) => a.count - b.count)[0];
  return shortest === undefined ? [] : [{ ...shortest, most }];
}
