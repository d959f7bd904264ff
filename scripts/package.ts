// Makes promptmeter.vsix from what the build left in dist/: node scripts/package.ts [FILE]
import { createVSIX } from '@vscode/vsce';
import { statSync } from 'node:fs';

if (import.meta.main) {
  const file = process.argv[2] ?? 'promptmeter.vsix';
  await makePackage(file);
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
}

/** Everything that runs is bundled, so no dependency goes in; there is no public repository yet that the README could link to. */
export function makePackage(file: string): Promise<void> {
  return createVSIX({
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}
