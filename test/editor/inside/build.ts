import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../../scripts/vscode-host-install.ts';

export interface BuiltSuite {
  /** The module whose `run` runs the suite. */
  readonly suite: string;
  readonly driverVsix: string;
}

/** Bundles the suite, and packages the driver that starts it where `@vscode/test-electron` cannot. */
export async function buildSuite(): Promise<BuiltSuite> {
  const out = join(cache, 'inside');
  const driver = join(out, 'driver');
  mkdirSync(driver, { recursive: true });
  const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outExtension: { '.js': '.cjs' },
  } as const;
  const source = (name: string): string => join(import.meta.dirname, `${name}.ts`);
  await build({
    ...common,
    entryPoints: [source('suite'), source('surfaces')],
    outdir: out,
    external: ['vscode', 'mocha'],
  });
  await build({ ...common, entryPoints: [source('driver')], outdir: driver, external: ['vscode'] });
  writeFileSync(join(driver, 'package.json'), JSON.stringify(manifest));
  const driverVsix = join(out, 'driver.vsix');
  await createVSIX({
    cwd: driver,
    packagePath: driverVsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return { suite: join(out, 'suite.cjs'), driverVsix };
}

const manifest = {
  name: 'promptmeter-driver',
  publisher: 'promptmeter-tests',
  version: '0.0.1',
  private: true,
  engines: { vscode: '^1.100.0' },
  main: './driver.cjs',
  activationEvents: ['onStartupFinished'],
  extensionKind: ['workspace'],
  capabilities: { untrustedWorkspaces: { supported: true } },
};
