// Makes promptmeter.vsix from what the build left in dist/: node scripts/package.ts [FILE] [--target linux-x64]
import { createVSIX } from '@vscode/vsce';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Megabytes. Without a target the word scorer runs as WebAssembly, 4 MB of the package; with one it runs as native code,
 * several times as fast, and its library is half of the package. More than this went in by mistake.
 */
const most = { universal: 12, target: 40 };

const library = 'dist/onnxruntime/bin';

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { target: { type: 'string' } },
    allowPositionals: true,
  });
  const { target } = values;
  const file = positionals[0] ?? (target === undefined ? 'promptmeter.vsix' : `promptmeter-${target}.vsix`);
  await makePackage(file, target);
  const megabytes = statSync(file).size / 1e6;
  console.log(`${file}: ${megabytes.toFixed(1)} MB`);
  const limit = target === undefined ? most.universal : most.target;
  if (megabytes > limit)
    throw new Error(`${file} is larger than ${limit} MB: see what went in that should not`);
}

/**
 * Everything that runs is bundled, so no dependency goes in; there is no public repository yet that the README could link to.
 * @param target of VS Code, such as `linux-x64`: with the native runtime of the word scorer for it.
 */
export async function makePackage(file: string, target?: string): Promise<void> {
  rmSync(library, { recursive: true, force: true });
  if (target !== undefined) copyLibrary(target);
  try {
    await createVSIX({
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      ...(target === undefined ? {} : { target }),
    });
  } finally {
    // what is in dist/ serves every system
    rmSync(library, { recursive: true, force: true });
  }
}

function copyLibrary(target: string): void {
  const folders = 'node_modules/onnxruntime-node/bin/napi-v6';
  const from = join(folders, ...target.split('-'));
  if (!/^\w+-\w+$/.test(target) || !existsSync(from)) {
    const known = readdirSync(folders).flatMap((os) =>
      readdirSync(join(folders, os)).map((cpu) => `${os}-${cpu}`),
    );
    throw new Error(
      `onnxruntime-node has no library for ${target}: leave --target out, or use ${known.join(', ')}`,
    );
  }
  mkdirSync(library, { recursive: true });
  for (const name of readdirSync(from))
    // the same library by its full version, which nothing asks for
    if (!/\.\d+\.\d+\.\d+\.dylib$/.test(name)) copyFileSync(join(from, name), join(library, name));
}
