import { applyAll, type CompressionEdit } from '../../src/core/compress/edited.ts';
import { validate, type Rules } from '../../src/core/compress/validate.ts';
import { count, vocabularies } from '../core/compress/counting.ts';
import type { AnnotatedPrompt, Kind } from './annotated.ts';
import type { Compressor } from './compressors.ts';
import { lostOf } from './retention.ts';

/** What of the validator holds for a way to shorten. */
export type HeldTo = Pick<Rules, 'words' | 'orders'>;

/** What one compressor made of one prompt. */
export interface Outcome {
  readonly prompt: AnnotatedPrompt;
  readonly text: string;
  /** Share of the tokens of o200k that is saved; negative where there are more. */
  readonly saving: number;
  /** Annotations that no longer hold. */
  readonly lost: readonly string[];
  /** What the validator says is lost. */
  readonly losses: readonly string[];
}

export function measure(compressor: Compressor, prompts: readonly AnnotatedPrompt[]): Outcome[] {
  return prompts.map((prompt) => outcomeOf(prompt, compressor.compress(prompt.text), compressor.rules));
}

/** @param held what of the validator holds for whoever made the edits. */
export function outcomeOf(prompt: AnnotatedPrompt, edits: readonly CompressionEdit[], held: HeldTo): Outcome {
  const text = applyAll(prompt.text, edits);
  const rules = { ordered: true, ...held, patterns: [] };
  const [before, after] = [count(prompt.text), count(text)];
  return {
    prompt,
    text,
    saving: (before - after) / before,
    lost: lostOf(prompt, text),
    losses: validate(prompt.text, edits, rules, vocabularies).map(({ kind, what }) => `${kind} ${what}`),
  };
}

/** The one in the middle, of all prompts or of those of a kind. */
export function medianSaving(outcomes: readonly Outcome[], kind?: Kind): number {
  const savings = outcomes
    .filter(({ prompt }) => kind === undefined || prompt.kind === kind)
    .map(({ saving }) => saving)
    .sort((a, b) => a - b);
  const middle = savings.length / 2;
  const [low, high] = [savings[Math.ceil(middle) - 1], savings[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error(`no prompt of the kind ${kind}`);
  return (low + high) / 2;
}

export function annotationsOf(prompts: readonly AnnotatedPrompt[]): number {
  return prompts.reduce((sum, { asked, keeps }) => sum + asked.length + keeps.length, 0);
}
