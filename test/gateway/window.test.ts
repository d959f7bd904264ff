import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { GatewayProcess } from '../../src/gateway/gatewayProcess.ts';
import type { GatewaySetup, Listening, News } from '../../src/gateway/messages.ts';
import { nothingYet, tallied } from '../../src/gateway/tally.ts';
import { folder, opened, orderCall, rowsOf } from '../ledger/calls.ts';
import { chatEvents, FakeProvider } from './fakeProvider.ts';
import { own } from './running.ts';

const script = fileURLToPath(new URL('../../src/gateway/child.ts', import.meta.url));
const key = 'sk-bakery-4711-keep-out-of-files';

describe('the gateway of a window', () => {
  it('records in a process of its own, and tells what the calls come to', async (test) => {
    const window = open(test);
    const provider = await FakeProvider.start(test);
    const { url, environment, problem } = await listening(window, provider.url);
    assert.equal(problem, null);
    assert.equal(environment['OPENAI_BASE_URL'], `${url}/openai/v1`);
    await ask(url);
    await ask(url);
    await window.heard((news) => news.kind === 'tally' && news.tally.calls === 2);
    const last = window.news.at(-1);
    assert.ok(last?.kind === 'tally' && last.tally.usd !== null && last.tally.usd > 0n);
    assert.deepEqual(await window.gateway.stop(1000), { kind: 'stopped', lost: 0, aside: null });
    assert.equal(window.gateway.running, false);
    assert.deepEqual(await recorded(test, window.ledger), [{ status: 'ok', model: 'gpt-4o', calls: 2 }]);
    assert.equal(window.ended.length, 0);
    const files = readdirSync(window.folder, { recursive: true, withFileTypes: true });
    const holding = files.filter(
      (file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(key),
    );
    assert.deepEqual(holding, [], 'no key stands in any file');
  });

  it('records what is under way when its window is gone, and ends', async (test) => {
    const window = open(test);
    const provider = await FakeProvider.start(test);
    const begun = provider.begins(chatEvents('gpt-4o', false).slice(0, 5));
    const { url } = await listening(window, provider.url);
    const asking = ask(url, true).catch((error: unknown) => error);
    await begun;
    window.gateway.dispose();
    assert.ok((await asking) instanceof Error, 'the stream is cut when the grace is over');
    const store = await opened(test, window.ledger);
    while (rowsOf(store, 'SELECT 1 FROM call').length === 0) await new Promise((go) => setTimeout(go, 50));
    assert.deepEqual(rowsOf(store, 'SELECT status, counted FROM call'), [
      { status: 'cancelled', counted: 'counted' },
    ]);
  });

  it('is stopped once, however often that is asked', async (test) => {
    const window = open(test);
    await listening(window, 'http://localhost:1');
    const stopped = { kind: 'stopped', lost: 0, aside: null };
    assert.deepEqual(await Promise.all([window.gateway.stop(100), window.gateway.stop(100)]), [
      stopped,
      stopped,
    ]);
    assert.equal(window.gateway.running, false);
    assert.deepEqual(await window.gateway.stop(100), stopped);
  });

  it('says why it could not be started', async (test) => {
    const other = createServer();
    test.after(() => other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const window = open(test);
    assert.deepEqual(await window.gateway.start(setup(window, 'http://localhost:1', port)), {
      ...{ kind: 'no-port', port, code: 'EADDRINUSE' },
    });
    const shut = await window.gateway.start({
      ...setup(window, 'http://localhost:1'),
      ledger: join(script, 'ledger.db'),
    });
    assert.ok(shut.kind === 'no-ledger' && shut.fault.why === 'read-only', JSON.stringify(shut));
    assert.equal(window.gateway.running, false);
  });

  it('tells of its end where nobody asked for it, and can be started again', async (test) => {
    const window = open(test);
    await listening(window, 'http://localhost:1');
    window.kill();
    await window.heardEnd();
    assert.deepEqual(window.ended, ['ended with SIGKILL']);
    assert.equal((await listening(window, 'http://localhost:1')).kind, 'listening');
  });

  it('takes nothing from a folder that is not trusted about what is kept', async (test) => {
    const window = open(test, { ledger: { texts: true, days: 1 } });
    const provider = await FakeProvider.start(test);
    const { url } = await listening(window, provider.url);
    await ask(url);
    await window.gateway.stop(1000);
    const store = await opened(test, window.ledger);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS calls FROM call'), [{ calls: 1 }]);
    assert.deepEqual(rowsOf(store, 'SELECT count(*) AS texts FROM call_text'), [{ texts: 0 }]);
  });
});

describe('a tally', () => {
  it('adds up like the ledger: failed calls lack no price, unknown ones are never nothing', () => {
    const unknown = tallied(nothingYet, [orderCall(1, { cost: null }), orderCall(2, failed)]);
    assert.deepEqual(unknown, { calls: 2, failed: 1, usd: null, unpriced: 1 });
    const { cost } = orderCall(3);
    const more = tallied(unknown, [orderCall(3), orderCall(4, { requests: 3 })]);
    assert.deepEqual(more, { calls: 6, failed: 1, usd: (cost?.usd ?? 0n) * 2n, unpriced: 1 });
  });
});

const failed = { cost: null, status: 'error' } as const;

interface Window {
  readonly gateway: GatewayProcess;
  readonly ledger: string;
  readonly folder: string;
  readonly news: News[];
  readonly ended: string[];
  heard(wanted: (news: News) => boolean): Promise<void>;
  heardEnd(): Promise<void>;
  kill(): void;
}

function open(test: TestContext, configuration: object = {}): Window {
  const place = folder(test);
  writeFileSync(join(place, 'promptmeter.config.json'), JSON.stringify(configuration));
  const [news, ended]: [News[], string[]] = [[], []];
  const listeners: (() => void)[] = [];
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise<void>((resolve) => listeners.push(resolve));
  };
  const told = (): void => {
    for (const listener of listeners.splice(0)) listener();
  };
  const gateway = new GatewayProcess({
    script,
    env: { ...process.env, PROMPTMETER_DATA: join(place, 'data') },
    onNews: (one) => {
      news.push(one);
      told();
    },
    onEnded: (why) => {
      ended.push(why);
      told();
    },
  });
  test.after(() => gateway.dispose());
  return {
    ...{ gateway, folder: place, ledger: join(place, 'ledger.db'), news, ended },
    heard: (wanted) => until(() => news.some(wanted)),
    heardEnd: () => until(() => ended.length > 0),
    kill: () => process.kill(gateway.pid ?? assert.fail('it does not run'), 'SIGKILL'),
  };
}

function setup(window: Window, upstream: string, port = 0): GatewaySetup {
  return {
    workspace: { key: window.folder, root: window.folder, from: '', trusted: false, settings: {} },
    ...{ ledger: window.ledger, port, upstreams: [own(`openai=${upstream}/v1`)] },
  };
}

async function listening(window: Window, upstream: string): Promise<Listening> {
  const started = await window.gateway.start(setup(window, upstream));
  assert.ok(started.kind === 'listening', JSON.stringify(started));
  return started;
}

async function ask(url: string, stream = false): Promise<string> {
  const response = await fetch(`${url}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o', stream, messages: [{ role: 'user', content: 'Two loaves.' }] }),
  });
  return response.text();
}

async function recorded(test: TestContext, ledger: string): Promise<unknown[]> {
  return rowsOf(
    await opened(test, ledger),
    'SELECT status, model, count(*) AS calls FROM call GROUP BY 1, 2',
  );
}
