import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '../core/tokens/random.ts';
import { Sandbox, type Outcome } from './console.ts';
import { check } from './gateHarbour.ts';
import { git, gitEnvironment } from './git.ts';
import { HarbourEdits } from './harbourEdits.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const words = ['--staged', '--format', 'json'];
const commits = 30;
const seed = Number(process.env['PROMPTMETER_SEED'] ?? 20261122);

describe('the built command over a chain of commits', () => {
  it(`says the same as one that keeps nothing (PROMPTMETER_SEED=${seed} again)`, async () => {
    const sandbox = new Sandbox(undefined, 'none');
    // within the repository nothing would be kept
    const caches = new Sandbox(undefined, 'none');
    const random = new Random(seed);
    try {
      const edits = new HarbourEdits(sandbox, random);
      const told = new Set<number>();
      for (let commit = 0; commit < commits; commit++) {
        const did = Array.from({ length: 1 + random.below(3) }, () => edits.edit());
        edits.stage();
        // what stands in the files and is not staged is nobody's business
        if (random.below(3) === 0) did.push(`unstaged: ${edits.edit()}`);
        const expected = await check(sandbox.root, words);
        assert.deepEqual(built(sandbox, caches), expected, `commit ${commit}: ${did.join(', ')}`);
        told.add(expected.code);
        // who is refused stages again
        if (random.below(4) > 0) git(['commit', '-qm', did.join(', ')], sandbox.root);
      }
      assert.ok(keptIn(caches).length > 5, 'records were kept');
      assert.deepEqual([...told].sort(), [0, 1], 'some were refused, and some were not');
    } finally {
      sandbox.remove();
      caches.remove();
    }
  });
});

function built({ root }: Sandbox, caches: Sandbox): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'check', ...words], {
    cwd: root,
    env: { ...gitEnvironment, XDG_CACHE_HOME: caches.root, LOCALAPPDATA: caches.root },
    encoding: 'utf8',
  });
  return { stdout, stderr, code: status ?? -1 };
}

function keptIn({ root }: Sandbox): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /past-\d+$/.test(path));
}
