import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSuite } from './inside/build.ts';
import type { SuiteResult } from './inside/suite.ts';
import { openSession } from './session.ts';

test('the suite inside the extension host passes', async () => {
  const { suite, driverVsix } = await buildSuite();
  const folder = mkdtempSync(join(tmpdir(), 'promptmeter-inside-'));
  const result = join(folder, 'result.json');
  const env = { PROMPTMETER_INSIDE_SUITE: suite, PROMPTMETER_INSIDE_RESULT: result };
  await using session = await openSession({ workspace: 'harbour', env, alsoInstall: [driverVsix] });
  assert.ok(session.folder);
  const { passed, failed } = await resultOf(result);
  assert.deepEqual(failed, []);
  assert.equal(passed, 6);
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the file is there. */
async function resultOf(file: string): Promise<SuiteResult> {
  const patience = AbortSignal.timeout(240_000);
  while (!existsSync(file)) {
    patience.throwIfAborted();
    await new Promise<void>((changed) => {
      const watcher = watch(join(file, '..'), () => done());
      const done = (): void => {
        clearTimeout(timer);
        watcher.close();
        changed();
      };
      const timer = setTimeout(done, 1000);
    });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
}
