/** Which model does which job. One place, so that a change of model is one line in a diff. */
export const models = {
  ordering: 'gpt-4.1',
  receipt: 'gpt-4.1-mini',
  /** Our own fine-tune on two years of newsletters; served in-house. */
  voice: 'hearth-crumb-voice-2',
} as const;
