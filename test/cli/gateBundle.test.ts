import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Sandbox, type Outcome } from './console.ts';
import { agent, check, harbourRepository, long, short } from './gateHarbour.ts';
import { git, gitEnvironment } from './git.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('the built command, which begins with git and loads the rest when it has to', () => {
  let sandbox: Sandbox;
  // within the repository nothing would be kept
  let caches: Sandbox;
  beforeEach(() => {
    sandbox = harbourRepository();
    caches = new Sandbox(undefined, 'none');
  });
  afterEach(() => {
    sandbox.remove();
    caches.remove();
  });
  const built = (...words: string[]): Outcome => {
    const env = { ...gitEnvironment, XDG_CACHE_HOME: caches.root, LOCALAPPDATA: caches.root };
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'check', ...words], {
      cwd: sandbox.root,
      env,
      encoding: 'utf8',
    });
    return { stdout, stderr, code: status ?? -1 };
  };
  const stage = (path: string, text: string): void => {
    sandbox.write(path, text);
    git(['add', '-A'], sandbox.root);
  };

  it('says the same as the command, the first time and with what it kept then', async () => {
    stage('src/agent.ts', agent(long));
    const expected = await check(sandbox.root, ['--staged', '-q']);
    assert.deepEqual([built('--staged', '-q'), built('--staged', '-q')], [expected, expected]);
    assert.equal(expected.code, 1);
    assert.equal(readdirSync(join(caches.root, 'promptmeter/scripts')).length, 1);
  });

  it('says the same of the next commits, with what it kept of the ones before', async () => {
    const tide = (text: string): string => `export const TIDE = ${JSON.stringify(text)};\n`;
    const pilot = agent(short).replace(JSON.stringify(short), '`${TIDE} Answer briefly.`');
    const commits: readonly Record<string, string>[] = [
      {
        'src/tide.ts': tide('You know the tides.'),
        'src/pilot.ts': `import { TIDE } from './tide';\n${pilot}`,
      },
      { 'src/pilot.ts': `import { TIDE } from './tide';\n${pilot}// steady\n` },
      { 'src/tide.ts': tide('You know the tides, and the fog of every month.') },
      { 'src/pilot.ts': `import { TIDE } from './tide';\n${pilot}// steadier\n` },
    ];
    for (const files of commits) {
      for (const [path, text] of Object.entries(files)) stage(path, text);
      assert.deepEqual(built('--staged'), await check(sandbox.root, ['--staged']));
      git(['commit', '-qm', 'Go on'], sandbox.root);
    }
  });

  it('says the same where a budget holds a sum, for which all is read, and takes back what it kept', async () => {
    const budgets = [{ workspace: true, maxTokens: 30 }];
    stage('promptmeter.config.json', JSON.stringify({ pricing: { asOf: '2026-11-01' }, budgets }));
    stage('src/tug.ts', agent(long));
    const expected = await check(sandbox.root, ['--staged']);
    assert.equal(expected.code, 1);
    assert.deepEqual(built('--staged'), expected);
    const [kept = ''] = readdirSync(join(caches.root, 'promptmeter/scripts'));
    const { mtimeMs } = statSync(join(caches.root, 'promptmeter/scripts', kept));
    for (let i = 0; i < 3; i++) assert.deepEqual(built('--staged'), expected);
    assert.equal(statSync(join(caches.root, 'promptmeter/scripts', kept)).mtimeMs, mtimeMs);
  });

  it('reads letters that are no ASCII as the command does', async () => {
    const budgets = [{ prompts: '**', maxUsdPerCall: '5¢' }];
    stage('promptmeter.config.json', JSON.stringify({ pricing: { asOf: '2026-11-01' }, budgets }));
    stage(
      'src/agent.ts',
      agent(`${short} “Never” say “fog” – say ‘mist’… – or nothing at all, s’il vous plaît.`),
    );
    const expected = await check(sandbox.root, ['--staged', '--format', 'json']);
    assert.deepEqual(built('--staged', '--format', 'json'), expected);
    assert.equal(expected.code, 0, expected.stderr);
  });

  for (const words of [
    ['--staged', '--format', 'json'],
    ['--base=HEAD', '-q'],
    ['--base', 'HEAD'],
    ['--staged', 'src'],
    ['--staged', 'quay'],
    ['--staged', '--fomat', 'json'],
    ['--staged', '--help'],
    ['--staged', '--measured'],
    ['--base', 'nowhere'],
  ])
    it(`says the same of ${words.join(' ')}`, async () => {
      stage('src/agent.ts', agent(`${short} Tugs.`));
      const expected = await check(sandbox.root, words);
      assert.deepEqual(built(...words), expected);
    });

  it('says the same where nothing that matters is staged, and loads nothing for it', async () => {
    stage('quay.css', 'p { color: teal }');
    assert.deepEqual(built('--staged'), await check(sandbox.root, ['--staged']));
    assert.deepEqual(readdirSync(caches.root), []);
  });

  it('looks closer at a name that no text can spell', async () => {
    const blob = git(['hash-object', '-w', '--stdin'], sandbox.root, agent(long)).stdout.trim();
    const row = Buffer.concat([
      Buffer.from(`100644 ${blob} 0\tquay-`),
      Buffer.from([0xe9]),
      Buffer.from('.ts\0'),
    ]);
    git(['update-index', '-z', '--index-info'], sandbox.root, row);
    const expected = await check(sandbox.root, ['--staged']);
    assert.deepEqual(built('--staged'), expected);
    assert.doesNotMatch(expected.stdout, /^No prompt changed since HEAD\n$/);
  });

  it('refuses where there is no repository', async () => {
    sandbox.remove();
    sandbox.write('agent.ts', agent(long));
    assert.deepEqual(built('--staged'), await check(sandbox.root, ['--staged']));
  });
});
