import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokensOf } from '../../src/core/budgets/quantity.ts';
import { usd } from '../../src/core/prices/usd.ts';
import { widthOf } from '../../src/report/columns.ts';
import { terminalGate } from '../../src/report/terminalGate.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { approximate, calibrated, call, exact, hole, overBudget, prompt, report, text } from './harbour.ts';

const plain = { width: 80, colours: false, wraps: false };
const tideFinding = {
  rule: 'hole-before-static',
  severity: 'warning',
  confidence: 'high',
  prompt: 'src/pilot.ts#PILOT_PROMPT',
  path: 'src/pilot.ts',
  range: { start: 200, end: 205 },
  data: {},
  saves: null,
  fix: null,
  otherFixes: [],
  fingerprint: 'tide',
} as const;
const lines = (shown: string) => shown.split('\n');
const brokenCache = {
  stablePrefixTokens: 4,
  minimumTokens: 1024,
  cacheBreaking: true,
  breaksAt: 1,
  lostUsdPer1kCalls: usd(0.49),
};

describe('a report on a terminal', () => {
  it('says how sure each number is', () => {
    const prompts = [
      prompt(),
      prompt({ id: 'src/pilot.ts#B', tokens: calibrated }),
      prompt({ id: 'src/pilot.ts#C', tokens: approximate }),
      prompt({ id: 'src/pilot.ts#D', tokens: { ...exact, count: 1200, most: 2000 } }),
      prompt({ id: 'src/pilot.ts#E', tokens: { ...calibrated, count: 1200, most: 2000 } }),
    ];
    const shown = terminalReport(report({ prompts }), plain);
    for (const [name, tokens, cost] of [
      ['PILOT_PROMPT', '1,240', '$0.0031'],
      ['B', '≈1,310 ±6 %', '≈$0.0031'],
      ['C', '~1,300 ±30 %', '~$0.0031'],
      ['D', '1,200–2,000', '$0.0031'],
      ['E', '≈1,200–2,000 ±6 %', '≈$0.0031'],
    ] as const) {
      const line = lines(shown).find((one) => one.includes(` ${name} `)) ?? '';
      assert.deepEqual(line.trim().split(/ {2,}/).slice(3), [tokens, cost, 'gpt-4o'], name);
    }
    assert.match(shown, /5 prompts in 1 file, ~6,250 tokens of known text \(3 of 5 not exact\)/);
  });

  it('never shows what is unknown as a number', () => {
    const unpriced = prompt({ cost: null, model: { id: 'harbour-7b', via: 'constant' } });
    const unseen = prompt({ id: 'src/pilot.ts#B', cost: null, model: null });
    const shown = terminalReport(report({ prompts: [unpriced, unseen] }), plain);
    assert.match(shown, /no price {2}harbour-7b/);
    assert.match(shown, /– {2}model unknown/);
    assert.match(shown, /Cost unknown: no prompt here has both a known model and a price for it/);
    assert.doesNotMatch(shown, /\$/);
  });

  it('says what a sum leaves out', () => {
    const prompts = [prompt(), prompt({ id: 'src/pilot.ts#B', cost: null, model: null })];
    assert.match(
      terminalReport(report({ prompts }), plain),
      /\n\$0\.0031 as input to send each once \(1 of 2 has a known price\)/,
    );
  });

  it('shows an assumed model as assumed', () => {
    const prompts = [prompt({ model: { id: 'gpt-4o', via: 'config' } })];
    assert.match(terminalReport(report({ prompts }), plain), /gpt-4o \(assumed\)/);
  });

  it('shows where a cache breaks and what that loses', () => {
    const segments = [text(), hole(), text()];
    const shown = (cache: Partial<typeof brokenCache> | { lostUsdPer1kCalls: null }) =>
      terminalReport(report({ prompts: [prompt({ segments, cache: { ...brokenCache, ...cache } })] }), plain);
    assert.match(shown({}), /cache breaks at line 3: new Date\(\), loses \$0\.49 per 1,000 calls\n/);
    assert.match(
      shown({ lostUsdPer1kCalls: 0n }),
      /loses nothing yet: the provider caches from 1,024 tokens on/,
    );
    assert.match(shown({ lostUsdPer1kCalls: null }), /cache breaks at line 3: new Date\(\)\n/);
    assert.doesNotMatch(shown({ cacheBreaking: false }), /breaks/);
  });

  it('names the file of a break that stands in another one', () => {
    const segments = [text(), hole({ path: 'src/rules.ts' }), text()];
    const shown = terminalReport(report({ prompts: [prompt({ segments, cache: brokenCache })] }), plain);
    assert.match(shown, /cache breaks at line 3 of src\/rules\.ts: new Date\(\)/);
  });

  it('lists holes once each, as many as fit', () => {
    const names = [
      'vessel',
      'berth',
      'vessel',
      'cargoManifestOfTheVessel',
      'arrivalInLocalTime',
      'captainsFullName',
    ];
    const segments = names.map((expression) => hole({ expression, varies: 'unknown', because: 'parameter' }));
    const shown = terminalReport(report({ prompts: [prompt({ segments })] }), plain);
    assert.match(shown, /holes: vessel \(parameter\) · berth \(parameter\) and 3 more\n/);
  });

  it('shows a call that is more than its prompt', () => {
    const calls = [
      call(),
      call({ range: { start: 100, end: 120 }, framingTokens: 0, complete: false, prompts: ['a', 'b'] }),
    ];
    const shown = terminalReport(report({ calls }), plain);
    assert.match(shown, /1 {2}1 prompt, framing {2}call {5}1,247 {2}no price/);
    assert.match(shown, /6 {2}2 prompts +call +1,247\+/);
    const alone = terminalReport(report({ calls: [call({ framingTokens: 0 })] }), plain);
    assert.doesNotMatch(alone, / {2}call /);
  });

  it('says what was not read, and why', () => {
    const unread = [{ path: 'src/chart.ts', why: 'larger than 2 MB' }];
    assert.match(
      terminalReport(report({ unread }), plain),
      /Not read: 1 file\n {2}src\/chart\.ts: larger than 2 MB\n/,
    );
  });

  it('names the prices and their day', () => {
    assert.match(terminalReport(report(), plain), /Prices: harbour prices 1, 2026-10-01\.\n$/);
  });

  it('says when there is nothing', () => {
    const shown = terminalReport(report({ prompts: [], files: 3 }), plain);
    assert.equal(
      shown,
      '0 prompts in 3 files: nothing here looks like a prompt\nPrices: harbour prices 1, 2026-10-01.\n',
    );
  });

  it('fits 80 columns and uses more where there are more', () => {
    const long = 'x'.repeat(300);
    const segments = [text(), hole({ expression: long }), hole({ expression: '港湾'.repeat(60) })];
    const prompts = [
      prompt({ segments, cache: brokenCache }),
      prompt({
        id: `src/pilot.ts#${long}`,
        tokens: { ...approximate, count: 12000, most: 120000 },
        role: 'tool-description',
      }),
      prompt({
        id: 'src/pilot.ts#港湾の水先案内人への長い指示の文章',
        model: { id: long, via: 'call' },
        cost: null,
      }),
    ];
    const narrow = lines(terminalReport(report({ prompts }), plain));
    for (const line of narrow) assert.ok(widthOf(line) <= 80, `${widthOf(line)} columns: ${line}`);
    const wide = lines(terminalReport(report({ prompts }), { ...plain, width: 160 }));
    assert.ok(wide.some((line) => widthOf(line) > 120));
    for (const line of wide) assert.ok(widthOf(line) <= 160, `${widthOf(line)} columns: ${line}`);
  });

  it('breaks what a rule says between words where a person reads it, and nowhere else', () => {
    const message =
      'The tide table stands in the prompt of every pilot, and changes with each tide of each day.';
    const found = report({ prompts: [prompt()], findings: [{ ...tideFinding, message }] });
    const told = (wraps: boolean): string[] => {
      const shown = lines(terminalReport(found, { ...plain, colours: true, width: 60, wraps }));
      const start = shown.findIndex((line) => line.includes('warning'));
      return shown.slice(start, shown.indexOf('', start));
    };
    assert.equal(told(false).length, 1);
    assert.equal(told(true).length, 3);
    assert.equal(
      told(true)
        .map((line) => line.trim())
        .join(' '),
      told(false).join('').trim(),
    );
  });

  it('lets no text of a stranger steer the terminal', () => {
    const evil = 'a\u001B[2J\u0007\r\nb\u202Ec\u0000\u009B31m';
    const prompts = [
      prompt({
        id: `src/pilot.ts#${evil}`,
        segments: [hole({ expression: evil })],
        model: { id: evil, via: 'call' },
      }),
    ];
    const unread = [{ path: evil, why: evil }];
    const shown = terminalReport(report({ prompts, unread }), plain);
    // eslint would rather not see control characters in an expression, so they are looked for one by one.
    const steering = [...shown].filter(
      (c) => c !== '\n' && (c < ' ' || (c >= '\u007F' && c < '\u00A0') || c === '\u202E'),
    );
    assert.deepEqual(steering, []);
  });

  it('is the same with colours, but for the colours', () => {
    const whole = report({
      prompts: [prompt({ segments: [text(), hole()], cache: brokenCache })],
      calls: [call()],
    });
    const coloured = terminalReport(whole, { ...plain, colours: true });
    assert.ok(coloured.includes('\u001B[33m'));
    const escape = '\u001B';
    assert.equal(coloured.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), ''), terminalReport(whole, plain));
  });
});

describe('budgets on a terminal', () => {
  it('are told with how sure they are', () => {
    const most = tokensOf(2000);
    const results = [
      overBudget({ tokens: calibrated, actual: tokensOf(1310) }),
      overBudget({
        most,
        limit: { kind: 'maximum', measure: 'tokens', quantity: most },
        status: 'within',
        fails: false,
      }),
    ];
    assert.deepEqual(
      lines(terminalGate(report(), { budgets: results, change: null, failing: [] }, plain)).slice(0, 4),
      [
        'src/pilot.ts#PILOT_PROMPT has ≈1,310 ±6 % tokens, 310 more than the 1,000 of src/**: shorten it, or raise the budget',
        '',
        'exceeded  ≈1,310 ±6 % of 1,000 tokens  src/pilot.ts#PILOT_PROMPT',
        'within          1,240 of 2,000 tokens  src/pilot.ts#PILOT_PROMPT',
      ],
    );
  });
});
