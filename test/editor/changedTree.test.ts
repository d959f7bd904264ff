import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standings } from '../../src/core/budgets/check.ts';
import type { PromptChange } from '../../src/core/changes/compare.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import type { MeteredPrompt } from '../../src/core/report.ts';
import { changedFiles, changedWords } from '../../src/editor/changedTree.ts';
import { fileBadges } from '../../src/editor/fileBadges.ts';
import type { FolderChanges } from '../../src/editor/since.ts';
import { prompt } from './prompt.ts';

const money = moneyIn(null);
const counted = (count: number, own: Partial<MeteredPrompt> = {}): MeteredPrompt =>
  prompt({ tokens: { ...prompt().tokens, count }, ...own });
const cache = {
  stablePrefixTokens: 1200,
  minimumTokens: 1024,
  cacheBreaking: false,
  breaksAt: null,
  lostUsdPer1kCalls: null,
};

function folder(...changes: PromptChange[]): FolderChanges {
  const none = { prompts: [], lines: {} };
  const [closed, renamed, covered] = [
    new Set<string>(),
    new Map<string, string>(),
    new Map<string, boolean>(),
  ];
  const more = {
    kind: 'since' as const,
    aside: new Set<string>(),
    submodules: [],
    left: 0,
    parts: new Map<string, string>(),
    budgets: [],
    currency: null,
  };
  return { since: { base: 'HEAD', before: none, others: none, closed, renamed, covered, ...more }, changes };
}

test('prompts stand under their files, in the order of their paths, with what became of them', () => {
  const fog = { id: 'fog.ts#FOG', path: 'fog.ts' };
  const all = folder(
    { kind: 'changed', now: counted(1360), before: counted(1240) },
    { kind: 'removed', now: null, before: counted(17, fog) },
    { kind: 'added', now: counted(12, { ...fog, id: 'fog.ts#HORN' }), before: null },
  );
  const told = changedFiles(all, [], money).map(({ path, prompts }) => [
    path,
    ...prompts.map(({ kind, name, description }) => `${kind} ${name}: ${description}`),
  ]);
  assert.deepEqual(told, [
    ['fog.ts', 'removed FOG: 17 tokens · $0.0031/call', 'added HORN: 12 tokens · $0.0031/call'],
    ['harbour.ts', 'changed bell: +120 tokens (1,240 → 1,360) · $0.0031/call'],
  ]);
  assert.equal(
    changedWords([all]),
    '3 prompts changed since HEAD: 1 changed, 1 added, 1 removed; +115 tokens',
  );
  assert.equal(changedWords([]), null);
});

test('it says where a cache breaks, where a budget is exceeded, and what a prompt was called', () => {
  const now = counted(1360, { cost: null, cache: { ...cache, cacheBreaking: true, breaksAt: 0 } });
  const before = counted(1240, { cost: null, id: 'harbour.ts#horn', cache });
  const held = standings({ prompts: [now], calls: [] }, [
    { prompts: '**', maxTokens: 1300, because: 'the radio' },
  ]);
  const [file] = changedFiles(
    folder({ kind: 'changed', now, before }),
    held.map((result) => ({
      result,
      prompts: [now.id],
      stated: { path: 'promptmeter.config.json', line: 1 },
    })),
    money,
  );
  const [entry] = file?.prompts ?? [];
  assert.equal(
    entry?.description,
    '+120 tokens (1,240 → 1,360) · cache breaks · 60 over 1,300 tokens · was harbour.ts#horn',
  );
  assert.deepEqual(entry?.details, [
    'Since HEAD: 1,240 → 1,360 tokens; it was harbour.ts#horn.',
    'Budget of **: 1,360 of 1,300 tokens, 60 over: the radio.',
  ]);
  assert.equal(entry?.isOver, true);
});

test('a file has a badge where its prompts have grown, shrunk or read otherwise, and none where they merely moved', () => {
  const of = (id: string, tokens: number, more: Partial<MeteredPrompt> = {}) =>
    counted(tokens, { id, path: id.split('#')[0] ?? '', ...more });
  const badges = fileBadges(
    folder(
      { kind: 'changed', now: of('fog.ts#FOG', 130), before: of('fog.ts#FOG', 100) },
      { kind: 'removed', now: null, before: of('fog.ts#HORN', 10) },
      { kind: 'changed', now: of('bell.ts#BELL', 90), before: of('bell.ts#BELL', 100) },
      { kind: 'changed', now: of('tide.ts#TIDE', 90), before: of('tide.ts#TIDE', 90) },
      { kind: 'moved', now: of('quay.ts#QUAY', 90), before: of('pier.ts#QUAY', 90) },
    ),
  );
  assert.deepEqual(
    [...badges].map(([path, { badge, tooltip }]) => [path, badge, tooltip]),
    [
      ['fog.ts', '↑', '2 prompts changed since HEAD: +20 tokens'],
      ['bell.ts', '↓', '1 prompt changed since HEAD: −10 tokens'],
      ['tide.ts', '≠', '1 prompt changed since HEAD: ±0 tokens'],
    ],
  );
});

test('a text that is part of another one counts once in a file, and by itself in a file of its own', () => {
  const change = (id: string, now: number, partOf: string | null): PromptChange => {
    const own = { id, path: id.split('#')[0] ?? '', partOf };
    return { kind: 'changed', now: counted(now, own), before: counted(now - 7, own) };
  };
  const badges = fileBadges(
    folder(
      change('fog.ts#FOG', 100, null),
      change('fog.ts#RULES', 40, 'fog.ts#FOG'),
      change('rules.ts#RULES', 40, 'fog.ts#FOG'),
    ),
  );
  assert.deepEqual(
    [...badges].map(([path, { tooltip }]) => [path, tooltip.replace(/.*: /, '')]),
    [
      ['fog.ts', '+7 tokens'],
      ['rules.ts', '+7 tokens'],
    ],
  );
});
