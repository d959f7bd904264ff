import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, it } from 'node:test';
import { Sandbox } from './console.ts';
import { agent, check, freshHarbour, long, short } from './gateHarbour.ts';
import { git } from './git.ts';
import { assertReportDocument } from './schemas.ts';

describe('a gate in a real repository', () => {
  const harbour = freshHarbour();
  const { at, run, done } = harbour;

  it('reads a submodule as a repository of its own, and leaves it out of the one around it', async () => {
    const other = new Sandbox(undefined, 'none');
    try {
      other.write('src/tug.ts', agent(short));
      for (const words of [
        ['init', '-q'],
        ['add', '-A'],
        ['commit', '-qm', 'Tug'],
      ])
        git(words, other.root);
      done('submodule', '--quiet', 'add', other.root, 'tug');
      assert.equal((await run('--staged')).code, 0);
      writeFileSync(at('tug/src/tug.ts'), agent(long));
      git(['add', '-A'], at('tug'));
      const inside = await check(at('tug'), ['--staged']);
      assert.match(inside.stdout, /src\/tug\.ts#/);
      assert.match((await run('--staged')).stdout, /^No prompt changed/);
    } finally {
      other.remove();
    }
  });

  it('works in a second working tree', async () => {
    done('worktree', 'add', '-q', 'second', '-b', 'second');
    writeFileSync(at('second/src/agent.ts'), agent(long));
    git(['add', '-A'], at('second'));
    assert.equal((await check(at('second'), ['--staged'])).code, 1);
    assert.equal((await run('--staged')).code, 0);
  });

  it('works from a folder inside, and for the names it is given', async () => {
    harbour.sandbox.write('src/agent.ts', agent(long));
    harbour.sandbox.write('lib/tide.ts', agent(long));
    done('add', '-A');
    const inside = await check(at('src'), ['--staged']);
    assert.equal(inside.code, 1);
    assert.match(inside.stdout, /^\.\.\/lib\/tide\.ts#.*and 1 more|^agent\.ts#.*and 1 more/);
    const named = await run('--staged', 'src/agent.ts');
    assert.match(named.stdout, /src\/agent\.ts#/);
    assert.doesNotMatch(named.stdout, /lib\/tide/);
  });

  it('tells what is in conflict while a merge goes on, and checks the rest', async () => {
    done('checkout', '-q', '-b', 'tides');
    harbour.sandbox.write('src/agent.ts', agent(`${short} Tides.`));
    done('commit', '-qam', 'Tides');
    done('checkout', '-q', 'main');
    harbour.sandbox.write('src/agent.ts', agent(`${short} Fog.`));
    done('commit', '-qam', 'Fog');
    assert.equal(git(['merge', '-q', 'tides'], harbour.sandbox.root).code, 1);
    harbour.sandbox.write('src/tug.ts', agent(long));
    done('add', 'src/tug.ts');
    const { code, stdout } = await run('--staged');
    assert.equal(code, 1);
    assert.match(stdout, /src\/agent\.ts: in conflict: resolve it and stage it with git add/);
    assert.match(stdout, /src\/tug\.ts#/);
  });

  it('takes deletions, links and binary files for what they are', async () => {
    harbour.sandbox.write('src/fog.ts', agent(short));
    done('add', '-A');
    done('commit', '-qm', 'Fog');
    done('rm', '-q', 'src/agent.ts');
    symlinkSync('fog.ts', at('src/link.ts'));
    harbour.sandbox.write('src/chart.ts', Buffer.from([0, 1, 2, 3]));
    done('add', '-A');
    const { code, stdout } = await run('--staged', '--format', 'json');
    assertReportDocument(stdout);
    const { change, unread } = JSON.parse(stdout) as {
      change: { prompts: { kind: string }[] };
      unread: { path: string; why: string }[];
    };
    assert.deepEqual([code, change.prompts.map(({ kind }) => kind)], [0, ['removed']]);
    // what a link leads to is found where it stands
    assert.deepEqual(unread, [{ path: 'src/chart.ts', why: 'binary' }]);
  });

  it('follows a file that is renamed and edited, and a prompt that moves to another one', async () => {
    harbour.sandbox.write('src/agent.ts', agent(long));
    done('commit', '-qam', 'Be over');
    done('mv', 'src/agent.ts', 'src/master.ts');
    appendFileSync(at('src/master.ts'), '// the master\n');
    done('add', '-A');
    const renamed = await run('--staged');
    assert.equal(renamed.code, 0, renamed.stdout);
    assert.match(renamed.stdout, /inherited/);
    done('commit', '-qm', 'Rename');
    harbour.sandbox.write(
      'src/office.ts',
      readFileSync(at('src/master.ts'), 'utf8').replace('ask', 'answer'),
    );
    done('rm', '-qf', 'src/master.ts');
    done('add', '-A');
    const moved = await run('--staged');
    assert.equal(moved.code, 0, moved.stdout);
    assert.match(moved.stdout, /1 prompt moved since HEAD/);
  });

  it('reads names with blanks, line ends and quotes, and tells those that are not UTF-8', async () => {
    harbour.sandbox.write('src/the "north"\nquay.ts', agent(long));
    mkdirSync(at('west side'));
    writeFileSync(Buffer.from(`${at('west side')}/caf\xE9.ts`, 'latin1'), agent(long));
    done('add', '-A');
    const { code, stdout } = await run('--staged');
    assert.equal(code, 1);
    assert.match(stdout, /src\/the "north" quay\.ts#/);
    assert.match(stdout, /west side\/caf\\xE9\.ts: its name is not UTF-8/);
  });

  it('has nothing to say of an empty commit, nor of one that touches no source', async () => {
    const empty = await run('--staged');
    assert.deepEqual([empty.code, empty.stdout], [0, 'No prompt changed since HEAD\n']);
    harbour.sandbox.write('LICENSE', 'Anybody may dock here.');
    done('add', '-A');
    assert.equal((await run('--staged')).stdout, 'No prompt changed since HEAD\n');
  });

  it('checks what a commit of single files will commit, which git says by an index of its own', async () => {
    harbour.sandbox.write('src/agent.ts', agent(long));
    const { code } = git(['read-tree', '--index-output=.git/next', 'HEAD'], harbour.sandbox.root);
    assert.equal(code, 0);
    done('add', '-A');
    const env = { GIT_INDEX_FILE: '.git/next', GIT_DIR: '.git' };
    assert.equal((await check(harbour.sandbox.root, ['--staged'], env)).code, 0);
    // of another repository it says nothing
    assert.equal(
      (await check(harbour.sandbox.root, ['--staged'], { ...env, GIT_DIR: '/elsewhere/.git' })).code,
      1,
    );
  });

  it('runs nothing that the repository names', async () => {
    const trap = at('trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch '${at('sprung')}'\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'diff.trap.textconv',
      'diff.trap.command',
      'core.pager',
    ])
      done('config', key, trap);
    harbour.sandbox.write('.gitattributes', '*.ts diff=trap\n');
    harbour.sandbox.write('src/agent.ts', agent(long));
    // adding runs the monitor; what matters is what checking runs
    git(['-c', 'core.fsmonitor=false', 'add', '-A'], harbour.sandbox.root);
    assert.equal((await run('--staged')).code, 1);
    assert.equal((await run('--base', 'HEAD')).code, 1);
    assert.throws(() => readFileSync(at('sprung')), /ENOENT/);
  });

  it('sees in the working tree also what is not staged and not tracked', async () => {
    harbour.sandbox.write('src/agent.ts', agent(long));
    harbour.sandbox.write('src/tug.ts', agent(long));
    const { code, stdout } = await run('--base');
    assert.equal(code, 1);
    assert.match(stdout, /2 prompts changed since HEAD: 1 changed, 1 added/);
  });

  it('reads blobs where line ends differ, so that nothing seems to grow', async () => {
    writeFileSync(at('src/agent.ts'), agent(short).replaceAll('\n', '\r\n'));
    const { code, stdout } = await run('--staged');
    assert.deepEqual([code, stdout], [0, 'No prompt changed since HEAD\n']);
  });

  it('adds up an index whose files are not on the disk', async () => {
    harbour.sandbox.write(
      'promptmeter.config.json',
      JSON.stringify({
        pricing: { asOf: '2026-11-01' },
        budgets: [{ workspace: true, maxTokens: 30, maxIncrease: 5 }],
      }),
    );
    harbour.sandbox.write('src/agent.ts', agent(long));
    done('add', '-A');
    renameSync(at('src/agent.ts'), at('elsewhere'));
    const { code, stdout } = await run('--staged');
    assert.equal(code, 1);
    assert.match(stdout, /^the workspace has \d+ tokens/);
    assert.match(stdout, /exceeded +\d+ of 30 tokens, \d+ before/);
  });

  it('finds the prompt that is read from a file which is none by itself', async () => {
    harbour.sandbox.write('data/fog.dat', short);
    harbour.sandbox.write(
      'src/fog.py',
      `from openai import OpenAI

def warn():
    text = open("data/fog.dat").read()
    return OpenAI().chat.completions.create(model="gpt-4.1", messages=[{"role": "system", "content": text}])
`,
    );
    done('add', '-A');
    done('commit', '-qm', 'Fog');
    harbour.sandbox.write('data/fog.dat', long);
    done('add', '-A');
    const { code, stdout } = await run('--staged');
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^src\/fog\.py#.* tokens \(\d+ before\)/);
  });

  it('takes a file that was deleted, and not staged, for gone from the working tree alone', async () => {
    rmSync(at('src/agent.ts'));
    assert.deepEqual((await run('--staged')).stdout, 'No prompt changed since HEAD\n');
    const { code, stdout } = await run('--base');
    assert.equal(code, 0);
    assert.match(stdout, /^1 prompt removed since HEAD; /);
    assert.doesNotMatch(stdout, /Not read/);
  });

  it('refuses a name of nothing', async () => {
    const { code, stderr } = await run('--staged', 'scr');
    assert.deepEqual([code, /there is no file or folder scr/.test(stderr)], [2, true]);
  });
});
