import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Assets } from '../../../src/host/assets.ts';
import { usersOf, type Users } from '../../../src/host/git/affected.ts';
import { readChange } from '../../../src/host/git/change.ts';
import { gitEnvironment } from '../../../src/host/git/environment.ts';
import { Git, type GitAnswer } from '../../../src/host/git/git.ts';
import { git } from '../../cli/git.ts';
import { folderWith } from '../folder.ts';

const uses = "import { TIDE } from './tide';\n";

describe('the files that may use what was changed', () => {
  it('are all that name it, as far as git says so', async (context) => {
    assert.deepEqual(await users(context, {}), { paths: ['pilot.ts', 'quay.ts'], partial: false });
  });

  it('are said to be a part where git had more to say', async (context) => {
    const whole = await users(context, { code: null });
    assert.equal(whole.partial, true);
    assert.deepEqual(whole.paths, ['pilot.ts', 'quay.ts']);
  });

  it('are said to be a part where git failed', async (context) => {
    assert.deepEqual(await users(context, { code: 128, out: Buffer.alloc(0) }), { paths: [], partial: true });
  });
});

async function users(context: TestContext, answer: Partial<GitAnswer>): Promise<Users> {
  const root = folderWith(context, { 'tide.ts': '', 'quay.ts': uses, 'pilot.ts': uses, 'fog.ts': '' });
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'Begin'],
  ])
    git(words, root);
  const asked = new AnsweringGit(root, gitEnvironment(root, root, process.env));
  const base = { name: 'HEAD', oid: 'HEAD', approximate: false };
  const change = await readChange(asked, base, { staged: false, assets: new Assets() });
  assert.ok(change !== null);
  asked.searching = answer;
  return usersOf(asked, { ...change, paths: ['tide.ts'], pathsBefore: ['tide.ts'] }, (path) =>
    path.endsWith('.ts'),
  );
}

/** The real git, whose searches end as a test wants. */
class AnsweringGit extends Git {
  searching: Partial<GitAnswer> = {};

  override async ask(...question: Parameters<Git['ask']>): Promise<GitAnswer> {
    const answer = await super.ask(...question);
    return question[0][0] === 'grep' ? { ...answer, ...this.searching } : answer;
  }
}
