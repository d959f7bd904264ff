// The action's own scripts are run here, as its runner would run them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { parse } from 'yaml';
import { agent, harbourRepository, long } from '../cli/gateHarbour.ts';
import type { Sandbox } from '../cli/console.ts';
import { git, gitEnvironment } from '../cli/git.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action = parse(text) as Action;
const { steps } = action.runs;

describe('the action for GitHub', () => {
  let harbour: Sandbox;
  beforeEach(() => {
    harbour = harbourRepository();
    git(['branch', 'origin/main'], harbour.root);
  });
  afterEach(() => {
    harbour.remove();
  });

  const check = (target: string) => {
    const step = steps.find(({ id }) => id === 'check');
    assert.ok(step?.run);
    harbour.write('.git/output', '');
    const outcome = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: harbour.root,
      encoding: 'utf8',
      env: {
        ...gitEnvironment,
        PATH: `${resolve(process.execPath, '..')}:${gitEnvironment['PATH'] ?? ''}`,
        PROMPTMETER: join(root, 'src/cli/main.ts'),
        BASE: '',
        TARGET: target,
        RESULTS: join(harbour.root, '.git'),
        GITHUB_OUTPUT: join(harbour.root, '.git/output'),
        GITHUB_STEP_SUMMARY: join(harbour.root, '.git/summary'),
      },
    });
    const read = (name: string) => readFileSync(join(harbour.root, '.git', name), 'utf8');
    return { ...outcome, read };
  };

  it('annotates, and keeps the findings, the comment and the summary of a change over its budget', () => {
    harbour.write('src/agent.ts', agent(long));
    const { status, stdout, stderr, read } = check('main');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^::error file=src\/agent\.ts,line=3,.*title=over-budget::/m);
    assert.equal(read('output'), 'exit-code=1\n');
    assert.match(read('promptmeter.md'), /^<!-- promptmeter -->\n## Prompts: over budget/);
    assert.equal(read('summary'), read('promptmeter.md'));
    const { version } = JSON.parse(read('promptmeter.sarif')) as { version: string };
    assert.equal(version, '2.1.0');
  });

  it('stops where nothing can be compared, and takes no name for a command', () => {
    const { status, stderr, read } = check('x"; touch .git/moored; "');
    assert.equal(status, 2);
    assert.match(stderr, /there is no commit origin\/x"; touch/);
    assert.throws(() => read('moored'), /ENOENT/);
  });

  it('writes one comment, and renews that one', async () => {
    const script = steps.find(({ uses }) => uses?.startsWith('actions/github-script') === true)?.with?.[
      'script'
    ];
    assert.ok(script);
    const body = '<!-- promptmeter -->\n## Prompts: within budget\n';
    writeFileSync(join(harbour.root, '.git/comment.md'), body);
    const calls: unknown[] = [];
    const run = async (comments: readonly unknown[]) => {
      const issues = {
        listComments: 'list',
        createComment: (what: unknown) => calls.push(['create', what]),
        updateComment: (what: unknown) => calls.push(['update', what]),
      };
      const github = { rest: { issues }, paginate: () => Promise.resolve(comments) };
      const context = { repo: { owner: 'harbour', repo: 'office' }, issue: { number: 7 } };
      const AsyncFunction = Object.getPrototypeOf(run).constructor as FunctionConstructor;
      const written = AsyncFunction('github', 'context', 'require', 'process', script) as (
        ...given: unknown[]
      ) => Promise<void>;
      const env = { COMMENT: join(harbour.root, '.git/comment.md') };
      await written(github, context, createRequire(import.meta.url), { env });
    };
    await run([{ id: 1, user: { type: 'User' }, body }]);
    await run([
      { id: 1, user: { type: 'User' }, body },
      { id: 2, user: { type: 'Bot' }, body: `${body}old` },
    ]);
    assert.deepEqual(calls, [
      ['create', { owner: 'harbour', repo: 'office', issue_number: 7, body }],
      ['update', { owner: 'harbour', repo: 'office', comment_id: 2, body }],
    ]);
  });

  it('hands values to scripts as variables only, and says what each input is', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell, with: given } of steps) {
      assert.ok(!(run ?? given?.['script'] ?? '').includes('${{'));
      if (run !== undefined) assert.equal(shell, 'bash');
    }
    const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
    assert.deepEqual(used, new Set(Object.keys(action.inputs)));
  });
});
