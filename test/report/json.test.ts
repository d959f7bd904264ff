import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokensOf } from '../../src/core/budgets/quantity.ts';
import { usd } from '../../src/core/prices/usd.ts';
import type { ReportDocument } from '../../src/report/document.ts';
import { reportDocument } from '../../src/report/entries.ts';
import { jsonReport } from '../../src/report/json.ts';
import { assertReportDocument } from '../cli/schemas.ts';
import { approximate, call, exact, hole, overBudget, prompt, report, text } from './harbour.ts';

function document(...args: Parameters<typeof jsonReport>): ReportDocument {
  const json = [...jsonReport(...args)].join('');
  assertReportDocument(json);
  return JSON.parse(json) as ReportDocument;
}

describe('a report for programs', () => {
  it('is the contract, version 1', () => {
    const { schemaVersion, tool, prompts, summary, ...rest } = document(report(), '9.9.9', null);
    assert.deepEqual([schemaVersion, tool], [1, { name: 'promptmeter', version: '9.9.9' }]);
    assert.deepEqual(prompts, [
      {
        id: 'src/pilot.ts#PILOT_PROMPT',
        path: 'src/pilot.ts',
        startLine: 1,
        startColumn: 11,
        endLine: 4,
        endColumn: 1,
        language: 'typescript',
        role: 'system',
        found: 'call',
        confidence: 'high',
        sdk: 'openai',
        model: { id: 'gpt-4o', via: 'call' },
        segments: [{ kind: 'text', tokens: 1240, startLine: 1, endLine: 2 }],
        partOf: null,
        tokens: { count: 1240, certainty: 'exact', band: 0, encoding: 'o200k_base' },
        cost: {
          usdPerCall: 0.0031,
          usdPerCallCached: 0.00155,
          price: { model: 'gpt-4o', provider: 'openai', source: 'harbour prices 1', date: '2026-10-01' },
        },
        cache: null,
      },
    ]);
    assert.deepEqual(summary, {
      files: 1,
      prompts: 1,
      tokens: 1240,
      findings: { error: 0, warning: 0, info: 0 },
    });
    assert.deepEqual(rest, {
      calls: [],
      findings: [],
      unread: [],
      prices: { source: 'harbour prices 1', date: '2026-10-01' },
    });
  });

  it('leaves unknown what is unknown', () => {
    const unknown = prompt({ cost: null, model: null, sdk: null, tokens: approximate });
    const [entry] = document(report({ prompts: [unknown] }), '1', null).prompts;
    assert.deepEqual([entry?.cost, entry?.model, entry?.sdk], [null, null, null]);
  });

  it('tells holes with their evidence, and the file of a text that stands elsewhere', () => {
    const segments = [text({ path: 'src/rules.ts' }), hole()];
    const [entry] = document(
      report({ prompts: [prompt({ segments, segmentTokens: [7, null] })] }),
      '1',
      null,
    ).prompts;
    assert.deepEqual(entry?.segments, [
      { kind: 'text', tokens: 7, path: 'src/rules.ts', startLine: 1, endLine: 2 },
      {
        kind: 'hole',
        expression: 'new Date()',
        startLine: 3,
        endLine: 3,
        varies: 'request',
        because: 'clock',
      },
    ]);
  });

  it('tells a range only where there is one', () => {
    const ranged = prompt({ tokens: { ...exact, most: 2000 } });
    const equal = prompt({ id: 'src/pilot.ts#B', tokens: { ...exact, most: exact.count } });
    const [first, second] = document(report({ prompts: [ranged, equal] }), '1', null).prompts;
    assert.deepEqual([first?.tokens.most, second?.tokens.most], [2000, undefined]);
  });

  it('tells where a cache breaks by line and expression', () => {
    const cache = {
      stablePrefixTokens: 4,
      minimumTokens: null,
      cacheBreaking: true,
      breaksAt: 1,
      lostUsdPer1kCalls: null,
    };
    const [entry] = document(
      report({ prompts: [prompt({ segments: [text(), hole()], cache })] }),
      '1',
      null,
    ).prompts;
    assert.deepEqual(entry?.cache, { ...cache, breaksAt: { line: 3, expression: 'new Date()' } });
  });

  it('tells where the cache of a whole call breaks, and in which file', () => {
    const cache = {
      stablePrefixTokens: 9,
      minimumTokens: null,
      cacheBreaking: true,
      lostUsdPer1kCalls: null,
    };
    const sends = call({ cache, breaksAt: hole({ path: 'src/rules.ts' }) });
    const [entry] = document(report({ calls: [sends] }), '1', null).calls;
    const breaksAt = { path: 'src/rules.ts', line: 3, expression: 'new Date()' };
    assert.deepEqual(entry?.cache, { ...cache, breaksAt });
  });

  it('tells calls and findings', () => {
    const finding = {
      rule: 'hole-before-static',
      severity: 'warning',
      confidence: 'high',
      prompt: 'src/pilot.ts#PILOT_PROMPT',
      path: 'src/pilot.ts',
      range: { start: 20, end: 25 },
      message: 'The clock stands before 1,024 tokens that never change.',
      data: {},
      saves: { tokens: 0, usdPer1kCalls: usd(0.49) },
      fix: { title: 'Move the clock to the end', disposition: 'review', edits: [], madeFor: {} },
      otherFixes: [{ title: 'Use the day alone', disposition: 'review', edits: [], madeFor: {} }],
      fingerprint: '0123456789abcdef',
    } as const;
    const { calls, findings, summary } = document(
      report({ calls: [call()], findings: [finding] }),
      '1',
      null,
    );
    assert.equal(calls[0]?.inputTokens?.count, 1247);
    assert.deepEqual([calls[0]?.framingTokens, calls[0]?.complete, calls[0]?.cost], [7, true, null]);
    assert.deepEqual([findings[0]?.startLine, findings[0]?.startColumn, summary.findings.warning], [2, 1, 1]);
    assert.deepEqual(findings[0]?.saves, { tokens: 0, usdPer1kCalls: 0.49 });
    assert.deepEqual(findings[0]?.fix, { title: 'Move the clock to the end', disposition: 'review' });
    assert.deepEqual(findings[0]?.otherFixes, [{ title: 'Use the day alone', disposition: 'review' }]);
  });

  it('has budgets where it was asked for them', () => {
    assert.deepEqual(
      document(report(), '1', { budgets: [overBudget({ base: tokensOf(1100) })], change: null }).budgets,
      [
        {
          scope: 'src/**',
          selector: 'prompts',
          prompt: 'src/pilot.ts#PILOT_PROMPT',
          measure: 'tokens',
          limit: '1000 tokens',
          most: 1000,
          actual: 1240,
          base: 1100,
          status: 'exceeded',
        },
      ],
    );
    assert.deepEqual(document(report(), '1', { budgets: [], change: null }).budgets, []);
    assert.equal(document(report(), '1', null).budgets, undefined);
  });

  it('is, put together, one text of two spaces deep', () => {
    const many = Array.from({ length: 120 }, () => prompt({ segments: [text(), hole()] }));
    for (const whole of [report(), report({ prompts: many, calls: [call()] })]) {
      const gate = { budgets: [], change: null };
      const written = [...jsonReport(whole, '1', gate)].join('');
      assert.equal(written, `${JSON.stringify(reportDocument(whole, '1', gate), null, 2)}\n`);
    }
  });

  it('refuses a report that names a file it has no lines of', () => {
    assert.throws(
      () => [...jsonReport(report({ lines: {} }), '1', null)],
      /names src\/pilot\.ts but has no lines of it/,
    );
  });
});
