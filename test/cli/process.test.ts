import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { promptmeter, Sandbox } from './console.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

describe('the process', () => {
  it('says its version', () => {
    const { stdout } = spawnSync(process.execPath, [main, '--version'], { encoding: 'utf8' });
    assert.equal(stdout, `${manifest.version}\n`);
  });

  it('ends with the exit code of the command', () => {
    const { status, stderr } = spawnSync(process.execPath, [main, 'scna'], { encoding: 'utf8' });
    assert.deepEqual(
      [status, stderr],
      [2, 'promptmeter: there is no command "scna": did you mean "scan"?\n'],
    );
  });

  it('is quiet when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [main, '--help']);
    child.stdout.destroy();
    const stderr = collected(child);
    const [code] = (await once(child, 'close')) as [number];
    assert.deepEqual([code, await stderr], [0, '']);
  });

  it('ends at once on Ctrl-C, and says nothing', { skip: process.platform === 'win32' }, async () => {
    const child = spawn(process.execPath, [main, 'count', '-']);
    const stderr = collected(child);
    // More than a pipe holds: it is drained when the child reads.
    child.stdin.write('Cast off. '.repeat(100_000));
    await once(child.stdin, 'drain');
    child.kill('SIGINT');
    // Ended by the signal: what a shell shows as 130.
    const [, signal] = (await once(child, 'close')) as [null, string];
    assert.deepEqual([signal, await stderr], ['SIGINT', '']);
  });
});

describe('the command line in a terminal', () => {
  it('has colours, unless somebody does not want them', async () => {
    const sandbox = new Sandbox('harbour');
    try {
      const colours = async (words: string[], env: Record<string, string>, terminal = true) =>
        (await promptmeter(words, { cwd: sandbox.root, env, terminal })).stdout.includes('\u001B[');
      assert.equal(await colours(['scan'], {}), true);
      assert.equal(await colours(['scan'], { NO_COLOR: '' }), true);
      assert.equal(await colours(['scan'], { NO_COLOR: '1' }), false);
      assert.equal(await colours(['scan'], { TERM: 'dumb' }), false);
      assert.equal(await colours(['scan', '--no-color'], {}), false);
      assert.equal(await colours(['scan'], {}, false), false);
      assert.equal(await colours(['scan', '--format', 'json'], {}), false);
    } finally {
      sandbox.remove();
    }
  });
});

describe('a file that cannot be read', () => {
  it('is a failure where it was named, and a remark where it was come across', async () => {
    const sandbox = new Sandbox('harbour');
    try {
      sandbox.write('src/chart.ts', new Uint8Array([0, 1, 2, 0]));
      const named = await promptmeter(['scan', 'src/chart.ts'], { cwd: sandbox.root });
      assert.deepEqual(
        [named.code, named.stderr],
        [
          2,
          'promptmeter: src/chart.ts was named but could not be read (binary): its prompts are not in this report\n',
        ],
      );
      const found = await promptmeter(['scan'], { cwd: sandbox.root });
      assert.deepEqual([found.code, found.stderr], [0, '']);
      assert.match(found.stdout, /Not read: 1 file\n {2}src\/chart\.ts: binary\n/);
    } finally {
      sandbox.remove();
    }
  });
});

async function collected({ stderr }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stderr ?? []) text += String(chunk);
  return text;
}
