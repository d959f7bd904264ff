import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promptmeter, Sandbox } from '../cli/console.ts';
import { FakeProvider, stream, chatEvents } from './fakeProvider.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

describe('promptmeter ledger serve', () => {
  it('prints the variables, records what comes, and ends cleanly on Ctrl-C', async (test) => {
    const { cwd, env } = place(test);
    const provider = await FakeProvider.start(test);
    provider.next(async (response) => {
      await stream(response, chatEvents('gpt-4o', true).slice(0, 4));
    });
    const served = await serving(test, cwd, env, provider.url);
    const shells = [
      [
        `export OPENAI_BASE_URL='${served.url}/openai/v1'`,
        `export ANTHROPIC_BASE_URL='${served.url}/anthropic'`,
      ],
      [`$env:OPENAI_BASE_URL = '${served.url}/openai/v1'`, `RYE_BASE_URL=${served.url}/rye`],
    ].flat();
    for (const line of shells) assert.ok(served.stdout().includes(`  ${line}\n`), line);
    await ask(`${served.url}/openai/v1`, true);
    assert.deepEqual(await served.end(), [0, null]);
    const { stdout } = await promptmeter(['ledger', 'export'], { cwd, env });
    const call = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual([call['source'], call['status'], call['model']], ['gateway', 'incomplete', 'gpt-4o']);
  });

  it('records what is under way when it is ended, and has the same token the next time', async (test) => {
    const { cwd, env } = place(test);
    const provider = await FakeProvider.start(test);
    const begun = provider.begins(chatEvents('gpt-4o', false).slice(0, 5));
    const first = await serving(test, cwd, env, provider.url);
    const asking = ask(`${first.url}/openai/v1`, true).catch((error: unknown) => error);
    await begun;
    assert.deepEqual(await first.end(), [0, null]);
    await asking;
    const { stdout } = await promptmeter(['ledger', 'export'], { cwd, env });
    const call = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual([call['status'], call['counted']], ['cancelled', 'counted']);
    const second = await serving(test, cwd, env, provider.url);
    assert.equal(second.url.split('/t/')[1], first.url.split('/t/')[1]);
    await second.end();
  });

  it('says what to do where the port is taken, or what was said makes no sense', async (test) => {
    const { cwd, env } = place(test);
    const other = createServer();
    test.after(() => other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const said = async (...words: string[]) => {
      const { stdout, stderr, code } = await promptmeter(['ledger', 'serve', ...words], { cwd, env });
      assert.deepEqual([stdout, code], ['', 2]);
      return stderr;
    };
    assert.match(
      await said('--port', `${port}`),
      new RegExp(`port ${port} is used by another program.*--port ${port + 1}\n$`),
    );
    assert.match(await said('--port', 'rye'), /--port rye is no port: give a number up to 65535/);
    assert.match(await said('--upstream', 'localhost:8000'), /names no address: write it as NAME=URL/);
    assert.match(await said('--upstream', 'oven=oven:8000'), /must begin with http:\/\/ or https:\/\//);
    const secret = await said('--upstream', 'oven=https://baker:sesame@oven.example/v1');
    assert.match(secret, /leave keys/);
    assert.doesNotMatch(secret, /sesame/);
  });
});

function place(test: TestContext) {
  const sandbox = new Sandbox();
  test.after(() => sandbox.remove());
  return { cwd: sandbox.root, env: { PROMPTMETER_DATA: join(sandbox.root, 'data') } };
}

async function serving(test: TestContext, cwd: string, env: Record<string, string>, provider: string) {
  const upstreams = `openai=${provider}/v1,rye=${provider}`;
  const child = spawn(
    process.execPath,
    [main, 'ledger', 'serve', '--port', '0', '--upstream', upstreams, '-q'],
    {
      ...{ cwd, env: { ...process.env, ...env } },
    },
  );
  test.after(() => child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString();
      if (stdout.includes('\n.env\n')) resolve();
    });
    child.on('exit', () => reject(new Error(stderr)));
  });
  const url = /http:\/\/127\.0\.0\.1:\d+\/t\/[\w-]+/.exec(stdout)?.[0] ?? '';
  const end = async () => {
    child.kill('SIGINT');
    return (await once(child, 'close')) as [number | null, string | null];
  };
  return { url, stdout: () => stdout, end };
}

async function ask(base: string, streaming: boolean): Promise<string> {
  const response = await fetch(`${base}/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ model: 'gpt-4o', stream: streaming },
      messages: [{ role: 'user', content: 'When is the rye bread baked?' }],
    }),
  });
  return response.text();
}
