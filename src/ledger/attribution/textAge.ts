import type { Fault } from '../fault.ts';
import type { Store } from '../store.ts';
import type { PromptPrints } from './promptPrints.ts';

/**
 * Since when prompts read as they do, in milliseconds since 1970, as far as the ledger was told of their texts. A prompt
 * that is not named here has never read otherwise. Of one that was changed back, the first time counts.
 */
export function changedTexts(
  store: Store,
  prompts: readonly PromptPrints[],
  now: number,
): Map<string, number> | Fault {
  return store.read((database) => {
    const versions = database.prepare('SELECT digest, first_seen FROM prompt_version WHERE prompt = ?');
    return new Map(
      prompts.flatMap(({ prompt, digest }): [string, number][] => {
        const known = versions.all(prompt);
        const own = known.find((one) => one['digest'] === digest);
        if (own === undefined) return known.length > 0 ? [[prompt, now]] : [];
        const since = Number(own['first_seen']);
        return known.some((one) => Number(one['first_seen']) < since) ? [[prompt, since]] : [];
      }),
    );
  });
}
