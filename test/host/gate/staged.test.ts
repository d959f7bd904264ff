import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { StagedCheck } from '../../../src/host/gate/staged.ts';
import { agent, harbourConfiguration, long, short } from '../../cli/gateHarbour.ts';
import { openRepository, type OpenRepository } from '../committed/harbour.ts';

const files = { 'promptmeter.config.json': harbourConfiguration, 'src/agent.ts': agent(short) };

const check = async ({ ask, root }: OpenRepository, folder = ''): Promise<StagedCheck> =>
  (await ask({ kind: 'checkStaged', folder: join(root, folder) })) as StagedCheck;

describe('what is staged, checked from the editor', () => {
  it('is what the index has, whatever stands in the files', async (context) => {
    const harbour = openRepository(context, files);
    harbour.write('src/agent.ts', agent(long));
    const unstaged = await check(harbour);
    assert.ok(unstaged.kind === 'checked');
    assert.deepEqual([unstaged.change.changes, unstaged.budgets], [[], []]);
    harbour.git('add', '-A');
    harbour.write('src/agent.ts', agent(short));
    const staged = await check(harbour);
    assert.ok(staged.kind === 'checked');
    assert.deepEqual(
      staged.budgets.map(({ status, fails }) => [status, fails]),
      [['exceeded', true]],
    );
    assert.deepEqual(
      staged.change.changes.map(({ kind }) => kind),
      ['changed'],
    );
  });

  it('is told from a folder inside as from the root', async (context) => {
    const harbour = openRepository(context, files);
    harbour.write('src/agent.ts', agent(long));
    harbour.git('add', '-A');
    assert.deepEqual(await check(harbour, 'src'), await check(harbour));
  });

  it('is held to the configuration that is staged, and a broken one is told', async (context) => {
    const harbour = openRepository(context, files);
    harbour.write('promptmeter.config.json', '{ "budgets": [{ "prompts": "**", "maxTokns": 20 }] }');
    assert.equal((await check(harbour)).kind, 'checked');
    harbour.git('add', '-A');
    const broken = await check(harbour);
    assert.ok(broken.kind === 'bad-configuration');
    assert.match(broken.problem, /^promptmeter\.config\.json, line 1: .*maxTokens/);
  });

  it('a broken baseline is told', async (context) => {
    const harbour = openRepository(context, { ...files, 'promptmeter.baseline.json': '{}' });
    const broken = await check(harbour);
    assert.deepEqual(
      [broken.kind, 'path' in broken && broken.path],
      ['bad-baseline', 'promptmeter.baseline.json'],
    );
  });

  it('is refused where there is no repository', async (context) => {
    const harbour = openRepository(context, files, { commit: false });
    const refused = await check(harbour);
    assert.deepEqual([refused.kind, 'why' in refused && refused.why], ['refused', 'no-repository']);
  });

  it('is compared with nothing before the first commit', async (context) => {
    const harbour = openRepository(context, files, { commit: false });
    harbour.git('init', '-q');
    harbour.git('add', '-A');
    const first = await check(harbour);
    assert.ok(first.kind === 'checked');
    assert.deepEqual([first.change.base, first.change.changes.length], ['the beginning', 1]);
  });
});
