import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Sandbox } from './console.ts';
import { agent, harbourRepository, short } from './gateHarbour.ts';
import { git, gitEnvironment } from './git.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const scan = ['scan', '--no-cache'];
const staged = ['check', '--staged', '--no-cache'];
const count = ['count', 'src/agent.ts'];

describe('an installation of which a file is missing or damaged', () => {
  let harbour: Sandbox;
  let install: Sandbox;
  before(() => {
    harbour = harbourRepository();
    harbour.write('src/agent.ts', agent(`${short} Greet the pilot.`));
    git(['add', '-A'], harbour.root);
    install = new Sandbox(undefined, 'none');
    cpSync(dist, install.root, { recursive: true, filter: (path) => basename(path) !== 'onnxruntime' });
  });
  after(() => {
    harbour.remove();
    install.remove();
  });
  const ran = (words: readonly string[]) =>
    spawnSync(process.execPath, [join(install.root, 'cli.js'), ...words], {
      cwd: harbour.root,
      env: { ...gitEnvironment, HOME: install.root },
      encoding: 'utf8',
    });

  const needed: readonly (readonly [string, readonly string[]])[] = [
    ['start.cjs', scan],
    ['hook.cjs', staged],
    ['run.js', count],
    ['prices.json', scan],
    ['encodings/o200k_base.bin', scan],
    ['grammars/typescript.wasm', scan],
    ['grammars/runtime.wasm', scan],
  ];
  // without the bundles of one command, that of all commands does the same
  const cut: typeof needed = [...needed, ['reading.cjs', scan], ['gate.cjs', staged]];
  const cases = [
    ...needed.map((one) => ['is missing', (path: string) => rmSync(path), ...one] as const),
    ...cut.map((one) => ['ends early', cutShort, ...one] as const),
    ...cut.map((one) => ['is empty', (path: string) => writeFileSync(path, ''), ...one] as const),
  ];
  for (const [what, damage, file, words] of cases)
    it(`is told in one sentence, with what to do, where ${file} ${what}`, () => {
      const path = join(install.root, file);
      const whole = readFileSync(path);
      damage(path);
      const { status, stdout, stderr } = ran(words);
      writeFileSync(path, whole);
      assert.match(
        stderr,
        /^promptmeter: .*install promptmeter again, or run "npm run build" where you cloned it\n$/,
      );
      assert.deepEqual([status, stdout], [2, '']);
    });
});

describe('a Node that is too old', () => {
  it('is named, with the one that is needed', () => {
    const older =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } })";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(older)}`, join(dist, 'cli.js'), 'scan'],
      { encoding: 'utf8' },
    );
    assert.match(
      stderr,
      /^promptmeter: it needs Node 20 or newer, and this is v[\d.]+: install a newer Node\n$/,
    );
    assert.deepEqual([status, stdout], [2, '']);
  });
});

function cutShort(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 1000));
}
