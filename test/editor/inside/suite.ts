import Mocha from 'mocha';
import { join } from 'node:path';

export interface SuiteResult {
  readonly passed: number;
  /** Title and message of each test that failed. */
  readonly failed: readonly string[];
}

/** Runs the tests inside the extension host; called by `@vscode/test-electron`, and by the driver extension elsewhere. */
export async function run(): Promise<SuiteResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'min' });
  mocha.addFile(join(__dirname, 'surfaces.cjs'));
  const failed: string[] = [];
  const passed = await new Promise<number>((done) => {
    const runner = mocha.run(() => done(runner.stats?.passes ?? 0));
    runner.on('fail', (test, error: Error) => failed.push(`${test.fullTitle()}: ${error.message}`));
  });
  // test-electron takes a rejected promise for a failed run, and whatever else for a good one.
  if (process.env['PROMPTMETER_INSIDE_RESULT'] === undefined && failed.length > 0)
    throw new Error(failed.join('\n'));
  return { passed, failed };
}
