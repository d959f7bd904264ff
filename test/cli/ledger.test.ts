import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { promptmeter, Sandbox } from './console.ts';

/** A repository of its own, and a data folder outside of it. */
function place(test: TestContext): {
  root: string;
  env: Record<string, string>;
  write(path: string, text: string): void;
} {
  const [sandbox, data] = [new Sandbox(), new Sandbox()];
  test.after(() => [sandbox, data].forEach((one) => one.remove()));
  return {
    root: sandbox.root,
    env: { PROMPTMETER_DATA: data.root },
    write: (path, text) => sandbox.write(path, text),
  };
}

const prompt = (text: string) => `export const OVEN_PROMPT = \`${text}\`;\n`;
const before = 'You count the loaves that came out of the oven this morning and write them down by kind.';
const after =
  'You list every bread of the morning with its weight, the dearest first, and never round a number.';

describe('the ledger of a repository', () => {
  it('stands in the data folder, one for each, and is found from any folder inside', async (test) => {
    const { root, env, write } = place(test);
    write('src/oven.ts', prompt(before));
    const [top, inner] = [
      await promptmeter(['ledger', 'path'], { cwd: root, env }),
      await promptmeter(['ledger', 'path'], { cwd: `${root}/src`, env }),
    ];
    assert.equal(top.stdout, inner.stdout);
    assert.ok(top.stdout.startsWith(env['PROMPTMETER_DATA'] ?? '-'));
    const other = place(test);
    assert.notEqual((await promptmeter(['ledger', 'path'], { cwd: other.root, env })).stdout, top.stdout);
  });

  it('knows calls by a text that a scan saw and that reads otherwise now', async (test) => {
    const { root, env, write } = place(test);
    const call = JSON.stringify({
      id: '1',
      model: 'gpt-4o',
      input: 20,
      output: 2,
      messages: [{ role: 'system', content: before }],
    });
    await promptmeter(['ledger', 'record', '-', '-q'], { cwd: root, env, input: call });
    write('src/oven.ts', prompt(before));
    await promptmeter(['scan'], { cwd: root, env });
    write('src/oven.ts', prompt(after));
    const { stdout } = await promptmeter(['ledger', 'report', '--format', 'csv'], { cwd: root, env });
    assert.match(stdout, /^src\/oven\.ts#OVEN_PROMPT,1,/m);
  });

  it('deletes no file that is none, whoever names it', async (test) => {
    const { root, env, write } = place(test);
    write('recipes.txt', 'Rye, salt, water.\n');
    const args = ['ledger', 'delete', '--ledger', 'recipes.txt', '--yes'];
    const answer = await promptmeter(args, { cwd: root, env });
    assert.equal(answer.code, 2);
    assert.equal(readFileSync(`${root}/recipes.txt`, 'utf8'), 'Rye, salt, water.\n');
  });

  it('takes no call of more than there is', async (test) => {
    const { root, env } = place(test);
    for (const [flag, value] of [
      ['--input', '9007199254740991'],
      ['--usd', '1000000000000'],
    ] as const) {
      const args = ['ledger', 'record', '--model', 'gpt-4o', '--output', '1', flag, value];
      const { stderr, code } = await promptmeter(args, { cwd: root, env });
      assert.match(stderr, /is more than the/);
      assert.equal(code, 2);
    }
  });

  it('is not made by a scan', async (test) => {
    const { root, env, write } = place(test);
    write('src/oven.ts', prompt(before));
    await promptmeter(['scan'], { cwd: root, env });
    const report = await promptmeter(['ledger', 'report'], { cwd: root, env });
    assert.equal(report.code, 2);
    assert.match(report.stderr, /nothing was recorded yet/);
  });

  it('is deleted only when that is said twice', async (test) => {
    const { root, env } = place(test);
    await promptmeter(['ledger', 'record', '-q', '--model', 'gpt-4o', '--input', '10', '--output', '1'], {
      cwd: root,
      env,
    });
    const asked = await promptmeter(['ledger', 'delete'], { cwd: root, env });
    assert.equal(asked.code, 2);
    assert.match(asked.stderr, /with 1 call for good: say --yes/);
    const told = await promptmeter(['ledger', 'delete', '--yes'], { cwd: root, env });
    assert.deepEqual([told.code, told.stderr], [0, '']);
    assert.equal((await promptmeter(['ledger', 'report'], { cwd: root, env })).code, 2);
  });

  it('keeps calls for as long as the configuration says', async (test) => {
    const { root, env, write } = place(test);
    write('promptmeter.config.json', '{ "ledger": { "days": 1 } }');
    const old = [
      'ledger',
      'record',
      '-q',
      '--at',
      '2020-01-01T00:00:00Z',
      '--model',
      'gpt-4o',
      '--input',
      '1',
      '--output',
      '1',
    ];
    await promptmeter(old, { cwd: root, env });
    await promptmeter(['ledger', 'record', '-q', '--model', 'gpt-4o', '--input', '1', '--output', '1'], {
      cwd: root,
      env,
    });
    const { stdout } = await promptmeter(['ledger', 'export'], { cwd: root, env });
    assert.equal(
      stdout.trim().split('\n').length,
      1,
      'what is older than "ledger.days" goes when the ledger is next written',
    );
  });
});
