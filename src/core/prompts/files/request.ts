import type { Format } from '../../source/formats/format.ts';
import type { Candidate, CandidateCall } from '../candidate.ts';
import type { ModelUse } from '../prompt.ts';

/** Formats of which one file is one request. */
const requests = new Set(['prompty', 'dotprompt']);

/**
 * The request that a file is: its texts in their order, to the model that it names. Its other settings stand in the file
 * or where it is run, so that none is told.
 */
export function requestOf(
  format: Format,
  path: string,
  text: string,
  candidates: readonly Candidate[],
  model: ModelUse | null,
): readonly CandidateCall[] {
  if (!requests.has(format.id) || candidates.length === 0) return [];
  return [
    {
      path,
      range: { start: 0, end: text.length },
      sdk: candidates[0]?.sdk ?? format.id,
      model,
      sent: candidates.map(({ role, site }) => ({ role, sites: [site] })),
      messages: candidates.map(({ role, range, site }) => ({
        path,
        range,
        role,
        many: false,
        always: true,
        parts: [{ kind: 'text', path, range, prompts: [site], oneOf: false, hole: null }],
      })),
      tools: null,
      toolsVary: null,
      cacheMarks: [],
      settings: {},
      settled: false,
      maxOutputTokens: null,
      complete: true,
      batch: false,
      loop: null,
      modelVaries: null,
      volume: candidates[0]?.volume ?? null,
    },
  ];
}
