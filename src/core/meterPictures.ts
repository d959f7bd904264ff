import type { Call } from './prompts/request.ts';
import type { MeteredCall } from './report.ts';
import { pictureTokens } from './tokens/pictures.ts';
import type { Tokens } from './tokens/tokens.ts';

/** The pictures of a call's messages: one that is sent under a condition only may cost nothing. */
export function meterPictures(
  { messages }: Call,
  model: string | null,
): { readonly pictures: MeteredCall['pictures']; readonly parts: readonly Tokens[] } {
  const all = messages.flatMap(({ always, parts }) =>
    parts.flatMap((part) => {
      if (part.kind !== 'image') return [];
      const tokens = pictureTokens(part.picture ?? { detail: null, size: null }, model);
      if (tokens === null || always) return [tokens];
      return [{ ...tokens, count: 0, most: tokens.most ?? tokens.count }];
    }),
  );
  const parts = all.filter((tokens) => tokens !== null);
  return { pictures: { all: all.length, uncounted: all.length - parts.length }, parts };
}
