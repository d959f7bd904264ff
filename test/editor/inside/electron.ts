// The in-host suite in a desktop VS Code, where its download can be reached: npm run test:electron
import { runTests } from '@vscode/test-electron';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cache } from '../../../scripts/vscode-host-install.ts';
import { buildSuite } from './build.ts';

const { suite } = await buildSuite();
const folder = mkdtempSync(join(tmpdir(), 'promptmeter-electron-'));
cpSync(resolve(import.meta.dirname, '..', 'workspaces', 'harbour'), folder, { recursive: true });
await runTests({
  cachePath: cache,
  extensionDevelopmentPath: resolve(import.meta.dirname, '..', '..', '..'),
  extensionTestsPath: suite,
  launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
});
