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

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
} as const;

/** Bundles the suite, and packages the driver that starts it where `@vscode/test-electron` cannot. */
export async function buildSuite(): Promise<BuiltSuite> {
  const out = join(cache, 'inside');
  mkdirSync(out, { recursive: true });
  await build({
    ...common,
    entryPoints: [source('suite'), source('surfaces')],
    outdir: out,
    external: ['vscode', 'mocha'],
  });
  const driverVsix = await packaged('driver', { activationEvents: ['onStartupFinished'] });
  return { suite: join(out, 'suite.cjs'), driverVsix };
}

/** Packages the extension that brings language models. @returns the path of the package. */
export function buildScribes(): Promise<string> {
  const languageModelChatProviders = [{ vendor: 'scribes', displayName: 'Scribes' }];
  return packaged('scribes', {
    activationEvents: ['onStartupFinished'],
    contributes: { languageModelChatProviders },
  });
}

/** One file of this folder as an extension of its own. */
async function packaged(name: string, manifest: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = join(cache, 'inside', name);
  mkdirSync(folder, { recursive: true });
  await build({ ...common, entryPoints: [source(name)], outdir: folder, external: ['vscode'] });
  const all = { ...basic, name: `promptmeter-${name}`, main: `./${name}.cjs`, ...manifest };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(all));
  const packagePath = join(cache, 'inside', `${name}.vsix`);
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}

function source(name: string): string {
  return join(import.meta.dirname, `${name}.ts`);
}

const basic = {
  publisher: 'promptmeter-tests',
  version: '0.0.1',
  private: true,
  engines: { vscode: '^1.100.0' },
  extensionKind: ['workspace'],
  capabilities: { untrustedWorkspaces: { supported: true } },
};
