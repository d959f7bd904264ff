import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { folder, opened, rowsOf } from '../calls.ts';
import { lines, taken } from './importing.ts';
import {
  anthropicPage,
  anthropicTable,
  claudeCodeLog,
  codexLog,
  heliconeLog,
  langfuseBlob,
  langfuseLog,
  litellmLog,
  openaiPage,
} from './logs.ts';

/** Imports a log, once more, and tells what then is in the ledger. */
async function rows(test: TestContext, text: string, columns: string): Promise<Record<string, unknown>[]> {
  const store = await opened(test);
  const path = join(folder(test), 'log');
  writeFileSync(path, text);
  const first = await taken(store, path);
  assert.equal(first.malformed, 0);
  const all = rowsOf(store, `SELECT ${columns} FROM call ORDER BY at, id`);
  // By another path it is another file: all its calls are told again.
  const copy = join(folder(test), 'copy');
  writeFileSync(copy, text);
  assert.equal((await taken(store, copy)).added, 0);
  assert.deepEqual(rowsOf(store, `SELECT ${columns} FROM call ORDER BY at, id`), all);
  return all;
}

const tokens = 'model, input, cache_read, cache_write, cache_write_1h, output, reasoning';

describe('an import', () => {
  it('counts an answer of Claude Code once, however often its blocks were written', async (test) => {
    assert.deepEqual(await rows(test, lines(claudeCodeLog), `id, source, session, tags, ${tokens}`), [
      {
        ...{ id: 'msg_01', source: 'claude-code', session: 's1', tags: null, model: 'claude-sonnet-4-5' },
        ...{
          input: 9304,
          cache_read: 9000,
          cache_write: 100,
          cache_write_1h: 200,
          output: 240,
          reasoning: null,
        },
      },
      {
        ...{
          id: 'msg_02',
          source: 'claude-code',
          session: 's1',
          tags: '{"sidechain":"true"}',
          model: 'claude-haiku-4-5',
        },
        ...{ input: 50, cache_read: 0, cache_write: 0, cache_write_1h: 0, output: 7, reasoning: null },
      },
    ]);
  });

  it('takes the calls of a Codex session, by their own counts or by what the total grew', async (test) => {
    assert.deepEqual(
      await rows(test, lines(codexLog), 'id, model, provider, input, cache_read, output, reasoning'),
      [
        {
          id: 'c1:1100',
          model: 'gpt-5',
          provider: 'openai',
          input: 1000,
          cache_read: 500,
          output: 100,
          reasoning: 40,
        },
        {
          id: 'c1:2000',
          model: 'gpt-5-mini',
          provider: 'openai',
          input: 900,
          cache_read: 0,
          output: 0,
          reasoning: 0,
        },
      ],
    );
  });

  it('takes spend logs of LiteLLM with what it says they cost', async (test) => {
    const columns =
      'id, at, operation, usd_8, cost_from, latency_ms, first_token_ms, status, user, session, tags';
    assert.deepEqual(
      await rows(test, lines(litellmLog), `${columns}, input, cache_read, output, reasoning`),
      [
        {
          ...{ id: 'chatcmpl-1', at: Date.UTC(2026, 10, 2, 8, 0, 0, 250), operation: 'chat', usd_8: 231_000 },
          ...{
            cost_from: 'stated',
            latency_ms: 2000,
            first_token_ms: 500,
            status: 'ok',
            user: 'ada',
            session: 's7',
          },
          ...{ tags: '{"tags":"orders,morning"}', input: 1200, cache_read: 1024, output: 60, reasoning: 12 },
        },
        {
          ...{
            id: 'chatcmpl-2',
            at: Date.UTC(2026, 10, 2, 8, 5),
            operation: 'chat',
            usd_8: null,
            cost_from: null,
          },
          ...{
            latency_ms: 1000,
            first_token_ms: null,
            status: 'error',
            user: null,
            session: null,
            tags: null,
          },
          ...{ input: 0, cache_read: null, output: 0, reasoning: null },
        },
      ],
    );
  });

  it('takes the generations of Langfuse, whose counts exclude each other', async (test) => {
    const columns =
      'id, model, input, cache_read, cache_write, output, reasoning, usd_8, status, feature, first_token_ms';
    assert.deepEqual(await rows(test, JSON.stringify(langfuseLog, null, 2), columns), [
      {
        ...{
          id: 'g1',
          model: 'gpt-4o',
          input: 1200,
          cache_read: 1024,
          cache_write: 0,
          output: 60,
          reasoning: 12,
        },
        ...{ usd_8: 232_000, status: 'ok', feature: 'order', first_token_ms: 1000 },
      },
    ]);
    assert.deepEqual(await rows(test, lines(langfuseBlob), columns), [
      {
        ...{
          id: 'g2',
          model: 'claude-sonnet-4-5',
          input: 1000,
          cache_read: 900,
          cache_write: 90,
          output: 20,
        },
        ...{ reasoning: null, usd_8: null, status: 'error', feature: 'orders', first_token_ms: null },
      },
    ]);
  });

  it('takes requests of Helicone, with what their properties say', async (test) => {
    const columns =
      'id, model, provider, input, cache_read, cache_write, status, http_status, user, session, feature, prompt, tags';
    assert.deepEqual(await rows(test, JSON.stringify(heliconeLog), columns), [
      {
        ...{
          id: 'h1',
          model: 'claude-sonnet-4-5-20250929',
          provider: 'anthropic',
          input: 1050,
          cache_read: 900,
        },
        ...{ cache_write: 50, status: 'ok', http_status: 200, user: 'ada', session: 's7', feature: 'orders' },
        ...{ prompt: 'src/desk.ts#ORDER', tags: '{"Feature":"orders","shop":"harbour"}' },
      },
      {
        ...{
          id: 'h2',
          model: 'gpt-4o',
          provider: 'openai',
          input: null,
          cache_read: null,
          cache_write: null,
        },
        ...{
          status: 'cancelled',
          http_status: null,
          user: null,
          session: null,
          feature: null,
          prompt: null,
          tags: null,
        },
      },
    ]);
  });

  it('takes what OpenAI adds up, with the number of requests', async (test) => {
    const columns = 'at, requests, service, model, input, cache_read, output, tags';
    assert.deepEqual(await rows(test, JSON.stringify(openaiPage, null, 2), columns), [
      {
        ...{ at: 1793577600_000, requests: 100, service: 'standard', model: 'gpt-4o-2024-08-06' },
        ...{ input: 120_000, cache_read: 80_000, output: 6000, tags: '{"project":"proj_1"}' },
      },
      {
        ...{ at: 1793577600_000, requests: 1, service: 'batch', model: 'gpt-4o-2024-08-06' },
        ...{ input: 1000, cache_read: null, output: 50, tags: '{"project":"proj_1"}' },
      },
    ]);
  });

  it('takes what Anthropic adds up, which does not say how many requests that were', async (test) => {
    const columns = `at, requests, service, ${tokens}`;
    const counts = {
      cache_read: 200_000,
      cache_write: 500,
      cache_write_1h: 1000,
      output: 5000,
      reasoning: null,
    };
    assert.deepEqual(await rows(test, JSON.stringify(anthropicPage), columns), [
      {
        at: Date.UTC(2026, 10, 2),
        requests: null,
        service: 'standard',
        model: 'claude-sonnet-4-5',
        input: 203_000,
        ...counts,
      },
    ]);
    assert.deepEqual(await rows(test, anthropicTable, columns), [
      {
        ...{
          at: Date.UTC(2026, 10, 2),
          requests: null,
          service: 'batch',
          model: 'claude-sonnet-4-5-20250929',
        },
        ...{ input: 550, cache_read: 400, cache_write: 20, cache_write_1h: 30, output: 50, reasoning: null },
      },
    ]);
  });

  it('reads a list, a list over many lines, and objects one behind the other alike', async (test) => {
    for (const text of [
      lines(litellmLog),
      JSON.stringify(litellmLog),
      `\uFEFF${JSON.stringify(litellmLog, null, 4)}\n`,
      litellmLog.map((record) => JSON.stringify(record, null, 2)).join('\n'),
    ])
      assert.equal((await rows(test, text, 'id')).length, 2, text.slice(0, 80));
  });
});

describe('a log with numbers that cannot be', () => {
  it('is imported without them', async (test) => {
    const [first] = litellmLog;
    const vast = { ...first, request_id: 'vast', prompt_tokens: 1e300, spend: 1e200 };
    const nested = { ...first, request_id: 'nested', messages: [{ role: 'user', content: 'NESTED' }] };
    const text = lines([vast, nested]).replace('"NESTED"', '['.repeat(100_000) + ']'.repeat(100_000));
    assert.deepEqual(await rows(test, text, 'id, input, usd_8'), [
      { id: 'nested', input: 1200, usd_8: 231_000 },
      { id: 'vast', input: null, usd_8: null },
    ]);
  });

  it('of LiteLLM has a price of 0 only for what its own cache answered', async (test) => {
    const [first] = litellmLog;
    const unknown = { ...first, request_id: 'unknown', spend: 0 };
    const cached = { ...first, request_id: 'cached', spend: 0, cache_hit: 'True' };
    assert.deepEqual(await rows(test, lines([unknown, cached]), 'id, usd_8'), [
      { id: 'cached', usd_8: 0 },
      { id: 'unknown', usd_8: null },
    ]);
  });
});
