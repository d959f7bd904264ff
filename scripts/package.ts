// Makes promptmeter.vsix from what the build left in dist/: node scripts/package.ts [FILE]
import { createVSIX } from '@vscode/vsce';
import { statSync } from 'node:fs';

const vsix = process.argv[2] ?? 'promptmeter.vsix';
// Everything that runs is bundled, so no dependency goes in; there is no public repository yet that the README could link to.
await createVSIX({ packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
console.log(`${vsix}: ${(statSync(vsix).size / 1e6).toFixed(1)} MB`);
