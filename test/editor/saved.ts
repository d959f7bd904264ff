import assert from 'node:assert/strict';

/** The tokens that the page of compression says are saved: `1,240 → 1,100 tokens …`. */
export function savedIn(summary: string): number {
  const [, before, now] = /^([\d,]+) → ([\d,]+) tokens/.exec(summary) ?? [];
  assert.ok(before && now, summary);
  return Number(before.replace(',', '')) - Number(now.replace(',', ''));
}
