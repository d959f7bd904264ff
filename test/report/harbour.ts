import type { BudgetResult } from '../../src/core/budgets/check.ts';
import { tokensOf } from '../../src/core/budgets/quantity.ts';
import { requestMap } from '../../src/core/cache/map.ts';
import type { Hole, Text } from '../../src/core/prompts/prompt.ts';
import { usd } from '../../src/core/prices/usd.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../../src/core/report.ts';
import type { Tokens } from '../../src/core/tokens/tokens.ts';

export const exact: Tokens = { count: 1240, certainty: 'exact', band: 0, encoding: 'o200k_base' };
export const calibrated: Tokens = {
  count: 1310,
  certainty: 'calibrated',
  band: 0.06,
  encoding: 'o200k_base',
};
export const approximate: Tokens = {
  count: 1300,
  certainty: 'approximate',
  band: 0.3,
  encoding: 'o200k_base',
};

export function text(overrides: Partial<Text> = {}): Text {
  const range = { start: 10, end: 30 };
  return {
    kind: 'text',
    text: 'You are the harbour master.',
    path: 'src/pilot.ts',
    range,
    map: [0, 10],
    ...overrides,
  };
}

export function hole(overrides: Partial<Hole> = {}): Hole {
  return {
    kind: 'hole',
    expression: 'new Date()',
    path: 'src/pilot.ts',
    range: { start: 40, end: 50 },
    varies: 'request',
    because: 'clock',
    ...overrides,
  };
}

/** A prompt of a harbour: exact, priced, with nothing to say of its cache. */
export function prompt(overrides: Partial<MeteredPrompt> = {}): MeteredPrompt {
  return {
    id: 'src/pilot.ts#PILOT_PROMPT',
    path: 'src/pilot.ts',
    range: { start: 10, end: 60 },
    language: 'typescript',
    role: 'system',
    found: 'call',
    confidence: 'high',
    sdk: 'openai',
    model: { id: 'gpt-4o', via: 'call' },
    segments: [text()],
    volume: null,
    partOf: null,
    tokens: exact,
    segmentTokens: [1240],
    cost: {
      usdPerCall: usd(0.0031),
      usdPerCallCached: usd(0.00155),
      price: { model: 'gpt-4o', provider: 'openai', source: 'harbour prices 1', date: '2026-10-01' },
    },
    cache: null,
    map: requestMap([], [], { price: null, caching: null }),
    ...overrides,
  };
}

export function call(overrides: Partial<MeteredCall> = {}): MeteredCall {
  return {
    path: 'src/pilot.ts',
    range: { start: 0, end: 90 },
    sdk: 'openai',
    model: { id: 'gpt-4o', via: 'call' },
    prompts: ['src/pilot.ts#PILOT_PROMPT'],
    roles: ['system'],
    maxOutputTokens: 300,
    complete: true,
    messages: [],
    tools: [],
    cacheMarks: [],
    settings: {},
    settled: true,
    batch: false,
    loop: null,
    volume: null,
    modelVaries: null,
    toolsVary: null,
    inputTokens: { ...exact, count: 1247 },
    framingTokens: 7,
    toolFramingTokens: 0,
    responseFormatTokens: null,
    pictures: { all: 0, uncounted: 0 },
    cost: null,
    use: { volume: null, output: null, cache: null },
    bill: null,
    cache: null,
    map: null,
    breaksAt: null,
    ...overrides,
  };
}

/** A budget of 1,000 tokens that the pilot's prompt exceeds. */
export function overBudget(overrides: Partial<BudgetResult> = {}): BudgetResult {
  return {
    budget: { prompts: 'src/**', maxTokens: 1000 },
    scope: 'src/**',
    subject: { kind: 'prompt', id: 'src/pilot.ts#PILOT_PROMPT' },
    limit: { kind: 'maximum', measure: 'tokens', quantity: tokensOf(1000) },
    most: tokensOf(1000),
    actual: tokensOf(1240),
    base: null,
    tokens: exact,
    status: 'exceeded',
    fails: true,
    gap: null,
    exemption: null,
    alike: 0,
    ...overrides,
  };
}

/** Lines of 20 characters in every file. */
export function report(overrides: Partial<Report> = {}): Report {
  const starts = Array.from({ length: 20 }, (_, i) => i * 20);
  return {
    prompts: [prompt()],
    calls: [],
    findings: [],
    unread: [],
    files: 1,
    lines: { 'src/pilot.ts': starts, 'src/rules.ts': starts },
    prices: { source: 'harbour prices 1', date: '2026-10-01', problem: null },
    currency: null,
    ...overrides,
  };
}
