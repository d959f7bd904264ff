import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder } from '../calls.ts';

describe('a large log', () => {
  it('is imported in memory that does not grow with it', (test) => {
    const home = folder(test);
    const script = fileURLToPath(new URL('large.ts', import.meta.url));
    const run = (megabytes: number) => {
      const [ledger, log] = [join(home, `${megabytes}.db`), join(home, `${megabytes}.json`)];
      const heap = '--max-old-space-size=48';
      const said = execFileSync(process.execPath, [heap, script, ledger, log, String(megabytes * 1e6)], {
        encoding: 'utf8',
      });
      return JSON.parse(said) as { calls: number; added: number; grownMb: number };
    };
    // A log of 40 MB in a heap of 48: what was read is let go.
    const { calls, added, grownMb } = run(40);
    assert.equal(added, calls);
    assert.ok(grownMb < 150, `${grownMb} MB`);
  });
});
