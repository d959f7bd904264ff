import { quoted } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A comment states how often a prompt is sent in words that cannot be read, so that no month is told of it.
 *
 * Write a number and a time: calls an hour, a day, a week or a month.
 *
 * ```ts bad
 * // promptmeter: volume=many
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 *
 * ```ts good
 * // promptmeter: volume=2k/day
 * export const SYSTEM_PROMPT = 'You are the harbour master. Answer in one sentence.';
 * ```
 */
export const rule = defineRule({
  id: 'unreadable-volume',
  title: 'A comment states a volume that cannot be read',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'report',
  fix: null,
  options: {},
  *check({ prompts, calls }) {
    const told = new Set<string>();
    for (const { volume } of [...prompts, ...calls]) {
      if (volume === null || volume.read !== null) continue;
      const { path, range, written } = volume;
      // a comment speaks of the call and of the texts in it
      if (told.has(`${path}:${range.start}`)) continue;
      told.add(`${path}:${range.start}`);
      yield { path, range, data: { written }, evidence: written, prompt: null };
    }
  },
  say: ({ written }) =>
    `${quoted(`volume=${written}`)} is no volume, so that no month is told: write calls an hour, a day, a week or a month, such as "volume=2000/day"`,
});
