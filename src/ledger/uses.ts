import type { MeasuredUse, MeasuredUses } from '../core/prices/measuredUse.ts';
import type { Measures, PromptMeasure } from './measures.ts';

/** What was measured of the prompts, as far as costs are made of it. */
export function usesOf({ to, prompts }: Measures): MeasuredUses {
  const until = new Date(to).toISOString().slice(0, 10);
  return new Map([...prompts].map(([prompt, measure]) => [prompt, useOf(measure, until)]));
}

function useOf({ weeks, all, output }: PromptMeasure, until: string): MeasuredUse {
  return {
    calls: weeks.reduce((sum, calls) => sum + calls, 0),
    days: weeks.length * 7,
    until,
    output: output && { calls: output.calls, tokens: output.mean },
    cache: all.told === 0 ? null : { calls: all.told, hits: all.hits },
  };
}
