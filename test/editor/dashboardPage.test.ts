import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usd } from '../../src/core/prices/usd.ts';
import type { Dashboard, ShownDimension } from '../../src/ledger/dashboard.ts';
import type { Spend } from '../../src/ledger/read.ts';
import { timelineOf } from '../../src/ledger/timeline.ts';
import { roundUp } from '../../src/editor/dashboardCharts.ts';
import { rangeIds, slotWords, spanOf } from '../../src/editor/dashboardDays.ts';
import { dashboardPage, type Surroundings } from '../../src/editor/dashboardPage.ts';

const day = 24 * 3_600_000;
const monday = Date.UTC(2026, 10, 2);
const now = monday + 15 * 3_600_000;

/** 12 orders of 1,000 tokens, of which 800 were cached, for $0.0372. */
function spend(over: Partial<Spend> = {}): Spend {
  return {
    ...{ key: null, calls: 12, uncounted: 0, failed: 0 },
    ...{ input: 12_000, cacheRead: 9600, cacheWrite: 0, output: 720, reasoning: 0 },
    ...{ usd: usd('0.0372'), unpriced: 0, firstAt: monday, lastAt: now },
    ...over,
  };
}

function told(over: Partial<Dashboard> = {}): Dashboard {
  const none = { rows: [], others: null };
  const by: Record<ShownDimension, Dashboard['by']['prompt']> = {
    prompt: { rows: [spend({ key: 'src/desk.ts#ORDER' })], others: null },
    model: { rows: [spend({ key: 'gpt-4o' })], others: null },
    source: { rows: [spend({ key: 'gateway' })], others: null },
    ...{ feature: { ...none, rows: [spend()] }, user: none },
  };
  return {
    ...{ kind: 'dashboard', total: spend(), by },
    recorded: { firstAt: monday, lastAt: now },
    timeline: timelineOf([spend({ key: '2026-11-02' })], monday - 6 * day, now),
    cache: { told: 12, hits: 10 },
    ...{ unattributed: [], failures: [], retries: null },
    ...over,
  };
}

function around(over: Partial<Surroundings> = {}): Surroundings {
  return {
    ...{ name: 'bakery', path: '/data/bakery.db', range: '7d', currency: null, gateway: null },
    ...over,
  };
}

describe('the page about a ledger', () => {
  it('tells what was spent, where it went, and that all of it is priced', () => {
    const { title, empty, figures, prompts, groups, unattributed, failures, notes } = dashboardPage(
      told(),
      around(),
    );
    assert.equal(title, 'What bakery spent');
    assert.equal(empty, null);
    assert.deepEqual(
      figures.map(({ name, text, note }) => [name, text, note]),
      [
        ['Spent', '$0.037', '$0.0031 a call'],
        ['Calls', '12', ''],
        ['Input tokens', '12,000', '80 % read from the cache'],
        ['Output tokens', '720', ''],
        ['Cache hits', '83 %', '10 of 12 calls read from the cache'],
      ],
    );
    assert.deepEqual(prompts.rows, [
      {
        ...{ name: 'ORDER', note: 'src/desk.ts', prompt: 'src/desk.ts#ORDER' },
        ...{ calls: '12', input: '12,000', cached: '80 %', output: '720', cost: '$0.037', share: 1 },
      },
    ]);
    assert.deepEqual(
      groups.map(({ id, rows }) => [id, rows[0]?.name]),
      [
        ['model', 'gpt-4o'],
        ['source', 'Gateway'],
      ],
      'nobody said a feature or a user',
    );
    assert.deepEqual([unattributed, failures], [[], null]);
    assert.ok(notes.includes('The ledger: /data/bakery.db'));
  });

  it('never takes an unknown price for nothing', () => {
    const model = { rows: [spend({ key: 'rye-1', usd: null, unpriced: 3, calls: 3 })], others: null };
    const partly = told({ total: spend({ unpriced: 3 }), by: { ...told().by, model } });
    const page = dashboardPage(partly, around());
    assert.deepEqual(page.figures[0], {
      ...{ name: 'Spent', text: '>$0.037', note: 'and 3 calls whose cost is not known (rye-1)' },
    });
    assert.deepEqual([page.groups[0]?.rows[0]?.cost, page.groups[0]?.rows[0]?.share], ['unknown', null]);
    assert.match(page.notes[0] ?? '', /State one under "prices".*rye-1\.$/);
    const none = dashboardPage(told({ total: spend({ usd: null, unpriced: 12 }) }), around());
    assert.equal(none.figures[0]?.text, 'unknown');
  });

  it('expects no cost of calls that all failed, and tells why they did', () => {
    const failed = spend({ usd: null, calls: 2, failed: 2, input: 0, cacheRead: 0, output: 0 });
    const failures = [
      { status: 'error', httpStatus: 429, provider: 'openai', spend: failed },
      { status: 'cancelled', httpStatus: 200, provider: null, spend: spend({ calls: 1 }) },
    ];
    const retries = spend({ calls: 2, usd: usd('0.0062') });
    const page = dashboardPage(told({ total: failed, failures, retries }), around());
    assert.equal(page.figures[0]?.text, '–');
    assert.equal(page.figures[1]?.note, '2 failed, 2 retries');
    assert.equal(
      page.failures?.text,
      '3 calls failed, or ended early. 2 calls tried an earlier one again, for $0.0062.',
    );
    assert.deepEqual(
      page.failures?.rows.map(({ name, calls, cost, last }) => [name, calls, cost, last]),
      [
        ['openai: failed (429 Too Many Requests)', '2', '–', '2 November 2026, 15:00 UTC'],
        ['the application broke off', '1', '$0.037', '2 November 2026, 15:00 UTC'],
      ],
    );
  });

  it('says of calls of no known prompt what would make it known', () => {
    const one = { source: 'litellm', model: 'gpt-4o', spend: spend() };
    const page = dashboardPage(
      told({
        unattributed: [
          { ...one, why: 'no-text' },
          { ...one, why: 'no-prompt', source: 'gateway', model: null },
          { ...one, why: 'no-text', model: 'gpt-4.1' },
        ],
      }),
      around(),
    );
    assert.deepEqual(
      page.unattributed.map(({ id, act, rows }) => [
        id,
        act?.action,
        rows.map(({ name, note }) => [name, note]),
      ]),
      [
        [
          'no-text',
          undefined,
          [
            ['gpt-4o', 'LiteLLM'],
            ['gpt-4.1', 'LiteLLM'],
          ],
        ],
        ['no-prompt', 'readWorkspace', [['(no model)', 'Gateway']]],
      ],
    );
    assert.match(page.unattributed[1]?.text ?? '', /x-promptmeter-prompt/);
  });

  it('says how to begin where there is nothing, and where else to look where there is nothing now', () => {
    const begin = dashboardPage(null, around());
    assert.deepEqual(
      begin.empty?.acts.map(({ action }) => action),
      ['startGateway', 'import', 'docs'],
    );
    const gateway = { port: 7717, folder: 'bakery', tally: { calls: 0, failed: 0, usd: null, unpriced: 0 } };
    const running = dashboardPage(null, around({ gateway }));
    assert.equal(running.empty?.acts[0]?.action, 'copyEnvironment');
    assert.equal(running.gateway.text, 'The gateway listens on port 7717: 0 calls in this run.');
    const elsewhere = dashboardPage(null, around({ gateway: { ...gateway, folder: 'harbour' } }));
    assert.match(elsewhere.gateway.text, /records the calls of harbour/);
    const quiet = dashboardPage(told({ total: null }), around());
    assert.deepEqual(quiet.empty, {
      texts: ['No call was made in this time (7 days). The last one was on 2 November 2026.'],
      acts: [{ action: 'showAll', title: 'Show All' }],
    });
  });

  it('tells amounts in the currency that is set, also along the chart', () => {
    const currency = { code: 'EUR', perUsd: 0.5, date: '2026-11-01' };
    const page = dashboardPage(told(), around({ currency }));
    assert.equal(page.figures[0]?.text, 'EUR 0.019');
    assert.deepEqual(
      page.charts[0]?.lines.map(({ text }) => text),
      ['EUR 0.01', 'EUR 0.02'],
    );
    assert.ok(page.notes.some((note) => note.includes('1 USD = 0.5 EUR (2026-11-01)')));
  });
});

describe('the charts', () => {
  it('have a bar for every day, with what is missing marked', () => {
    const sums = [
      spend({ key: '2026-11-01', usd: null, unpriced: 4, calls: 4 }),
      spend({ key: '2026-11-02', unpriced: 1 }),
    ];
    const timeline = timelineOf(sums, monday - 6 * day, now);
    const [money, tokens, calls] = dashboardPage(told({ timeline }), around()).charts;
    assert.equal(money?.bars.length, 7);
    assert.deepEqual(
      money?.bars.slice(-3).map(({ name, parts, text, isPartial }) => [name, parts, text, isPartial]),
      [
        ['Saturday, 31 October 2026', [], 'no call', false],
        ['Sunday, 1 November 2026', [0], '4 calls whose cost is not known', true],
        ['Monday, 2 November 2026', [0.0372], '$0.037, and 1 call whose cost is not known', true],
      ],
    );
    assert.deepEqual(tokens?.bars.at(-1)?.parts, [9600, 2400, 720]);
    assert.deepEqual(calls?.bars.at(-1)?.parts, [12, 0]);
  });

  it('have lines at numbers that are easily read', () => {
    assert.deepEqual(
      [0, 0.0372, 0.07, 1, 1.01, 950, 12_720].map((value) => roundUp(value, 2)),
      [2, 0.04, 0.08, 1, 2, 1000, 20_000],
    );
    const { charts } = dashboardPage(told(), around());
    assert.deepEqual(
      charts.map(({ lines }) => lines.map(({ text }) => text)),
      [
        ['$0.02', '$0.04'],
        ['10 k', '20 k'],
        ['10', '20'],
      ],
    );
  });
});

describe('days', () => {
  it('begin at midnight of UTC, today among them', () => {
    assert.deepEqual(
      rangeIds.map((range) => spanOf(range, now).since),
      [monday, monday - 6 * day, monday - 29 * day, monday - 89 * day, undefined],
    );
  });

  it('are called by how long they are', () => {
    const called = (['hour', 'day', 'week', 'month', 'year'] as const).map((grain) =>
      slotWords(monday, grain),
    );
    assert.deepEqual(called, [
      { name: '2 November 2026, from 00:00 UTC', tick: '00:00' },
      { name: 'Monday, 2 November 2026', tick: '2 Nov' },
      { name: 'Week of 2 November 2026', tick: '2 Nov' },
      { name: 'November 2026', tick: 'Nov 2026' },
      { name: '2026', tick: '2026' },
    ]);
  });
});
