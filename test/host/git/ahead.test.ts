import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { gitEnvironment } from '../../../src/host/git/environment.ts';
import { Git } from '../../../src/host/git/git.ts';
import { indexed, linesWith } from '../../../src/host/git/questions.ts';
import { git as run } from '../../cli/git.ts';

describe('git that was asked ahead', () => {
  let root = '';
  let git: Git;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'promptmeter-ahead-'));
    run(['init', '-q'], root);
    git = new Git(root, gitEnvironment(root, root, process.env));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const stage = (name: string, text: string): void => {
    writeFileSync(join(root, name), text);
    run(['add', '-A'], root);
  };
  const names = async (): Promise<string[]> =>
    (await git.ask(...indexed)).out
      .toString()
      .split('\0')
      .flatMap((row) => row.split('\t')[1] ?? []);

  it('gives that answer once, and asks again after it', async () => {
    stage('quay.ts', 'export const quay = 1;\n');
    await git.askAhead(...indexed);
    stage('tide.ts', 'export const tide = 2;\n');
    assert.deepEqual([await names(), await names()], [['quay.ts'], ['quay.ts', 'tide.ts']]);
  });

  it('answers a question with other words by asking', async () => {
    stage('quay.ts', "import { tide } from './tide';\n");
    await git.askAhead(...linesWith(['berth']));
    const { out } = await git.ask(...linesWith(['tide']));
    assert.match(out.toString(), /^quay\.ts\0/);
  });

  it('takes names in any order for the same question', () => {
    assert.deepEqual(linesWith(['tide', 'berth']), linesWith(['berth', 'tide']));
  });
});
