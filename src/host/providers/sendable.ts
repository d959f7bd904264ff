import { flatten } from '../../core/cache/flatten.ts';
import type { Segment } from '../../core/prompts/prompt.ts';
import type { MeteredPrompt } from '../../core/report.ts';
import { providerOfModel, type ProviderName } from './apis.ts';

/** What of a prompt a provider would be sent to count, or why there is nothing to ask. */
export type Sendable =
  | {
      readonly kind: 'text';
      readonly provider: ProviderName;
      /** As the source names it, aliases followed. */
      readonly model: string;
      readonly text: string;
      readonly prompt: MeteredPrompt;
    }
  | { readonly kind: 'nothing'; readonly why: NothingToAsk; readonly model: string | null };

/**
 * `exact`: our count is the model's own; `several`: a condition chooses between texts, and a provider counts one;
 * `no provider`: nobody counts for that model.
 */
export type NothingToAsk = 'gone' | 'no model' | 'exact' | 'no provider' | 'several' | 'empty';

/** @param model the prompt's, aliases followed. */
export function sendableOf(prompt: MeteredPrompt, model: string | null): Sendable {
  const nothing = (why: NothingToAsk): Sendable => ({ kind: 'nothing', why, model });
  if (model === null) return nothing('no model');
  const { certainty, counted } = prompt.tokens;
  if (certainty === 'exact' && counted === undefined) return nothing('exact');
  const provider = providerOfModel(model);
  if (provider === null) return nothing('no provider');
  const text = knownText(prompt.segments);
  if (text === null) return nothing('several');
  return text.trim() === '' ? nothing('empty') : { kind: 'text', provider, model, text, prompt };
}

/** The text of a prompt without what only the running program knows; `null` where it is one of several. */
export function knownText(segments: readonly Segment[]): string | null {
  const flat = flatten(segments).segments;
  if (flat.some((segment) => segment.kind === 'hole' && (segment.arms?.length ?? 0) > 0)) return null;
  return flat.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
}
