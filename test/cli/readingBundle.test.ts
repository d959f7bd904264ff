import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promptmeter, Sandbox, type Outcome } from './console.ts';
import { agent, long, short } from './gateHarbour.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Of which a machine of any size reads some in other threads. */
const fleet = 900;

describe('the built command that reads all files, from a bundle of its own', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
    sandbox.write('src/agent.ts', agent(long));
    sandbox.write('src/pilot.ts', agent(short));
  });
  afterEach(() => {
    sandbox.remove();
  });
  const environment = () => ({ HOME: sandbox.root, XDG_CACHE_HOME: join(sandbox.root, 'caches') });
  const built = (...words: string[]): Outcome => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...words], {
      cwd: sandbox.root,
      env: environment(),
      encoding: 'utf8',
    });
    return { stdout, stderr, code: status ?? -1 };
  };
  const told = (...words: string[]): Promise<Outcome> =>
    promptmeter(words, { cwd: sandbox.root, env: environment() });

  for (const words of [
    ['scan', '--no-cache'],
    ['scan', '--format', 'json', 'src'],
    ['scan', 'quay'],
    ['scan', '--measured'],
    ['check', '-q'],
    ['check', '--help'],
    ['scan', '--fomat', 'json'],
  ])
    it(`says the same as the command of ${words.join(' ')}`, async () => {
      assert.deepEqual(built(...words), await told(...words));
    });

  it('says the same with what it kept, and with threads that run it too', async () => {
    for (let i = 0; i < fleet; i++)
      sandbox.write(`fleet/tug${i}.ts`, i % 30 === 0 ? agent(`${short} Tug ${i}.`) : 'export const fog = 3;');
    const expected = await told('scan', '--format', 'csv');
    assert.match(expected.stdout, /fleet\/tug870\.ts/);
    for (let run = 0; run < 2; run++)
      assert.deepEqual(built('scan', '--format', 'csv', '--no-cache'), expected, `run ${run}`);
    const kept = readdirSync(join(sandbox.root, 'caches/promptmeter/scripts'));
    assert.deepEqual([kept.length, kept[0]?.startsWith('reading.cjs-')], [1, true]);
  });
});
