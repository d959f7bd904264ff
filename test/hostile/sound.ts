import assert from 'node:assert/strict';
import type { MeteredPrompt, Report } from '../../src/core/report.ts';
import type { Segment } from '../../src/core/prompts/prompt.ts';
import { sourceOffset } from '../../src/core/source/decoded.ts';

/**
 * Asserts what must hold of every report, whatever was read: ids are unique, ranges lie in their files, numbers are
 * numbers, every decoded character has a place in the source.
 */
export function assertSound(report: Report, files: Readonly<Record<string, string>>): void {
  const ids = report.prompts.map((prompt) => prompt.id);
  assert.equal(new Set(ids).size, ids.length, `an id is used twice: ${ids.join(', ')}`);
  for (const prompt of report.prompts) assertPrompt(prompt, files);
  for (const call of report.calls) {
    assertRange(call, files);
    if (call.inputTokens !== null) assertCount(call.inputTokens.count);
    assertMoney(call.cost?.usdPerCall);
  }
  for (const path of new Set([...report.prompts, ...report.calls, ...report.findings].map((at) => at.path)))
    assert.ok(Object.hasOwn(report.lines, path), `no lines of ${path}`);
  for (const { why } of report.unread) assert.notEqual(why, '');
}

function assertPrompt(prompt: MeteredPrompt, files: Readonly<Record<string, string>>): void {
  assertRange(prompt, files);
  assertCount(prompt.tokens.count);
  if (prompt.tokens.most !== undefined) assert.ok(prompt.tokens.most >= prompt.tokens.count);
  assert.equal(prompt.segmentTokens.length, prompt.segments.length);
  assertMoney(prompt.cost?.usdPerCall);
  assertMoney(prompt.cost?.usdPerCallCached ?? undefined);
  const breaksAt = prompt.cache?.breaksAt ?? null;
  if (breaksAt !== null) assert.equal(prompt.segments[breaksAt]?.kind, 'hole');
  for (const segment of prompt.segments) assertSegment(segment, files);
}

function assertSegment(segment: Segment, files: Readonly<Record<string, string>>): void {
  assertRange(segment, files);
  if (segment.kind === 'hole') {
    for (const arm of segment.arms ?? []) for (const inner of arm) assertSegment(inner, files);
    return;
  }
  const step = Math.max(1, Math.floor(segment.text.length / 50));
  for (let offset = 0; offset < segment.text.length; offset += step) {
    const at = sourceOffset(segment, offset);
    assert.ok(
      at >= segment.range.start && at < segment.range.end,
      `character ${offset} of ${JSON.stringify(segment.text.slice(0, 40))} is said to stand at ${at}, outside ` +
        `[${segment.range.start}, ${segment.range.end})`,
    );
  }
}

function assertRange(
  { path, range }: Pick<Segment, 'path' | 'range'>,
  files: Readonly<Record<string, string>>,
): void {
  const length = files[path]?.length ?? -1;
  assert.ok(
    range.start >= 0 && range.start <= range.end && range.end <= length,
    `[${range.start}, ${range.end}) lies outside ${path}, which has ${length} characters`,
  );
}

function assertCount(count: number): void {
  assert.ok(Number.isSafeInteger(count) && count >= 0, `${count} is no count`);
}

function assertMoney(usd: bigint | undefined): void {
  if (usd !== undefined) assert.ok(usd >= 0n, `${usd} is no amount of money`);
}
