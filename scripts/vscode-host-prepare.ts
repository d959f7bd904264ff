// Installs a real VS Code for the tests, unless it is there: node scripts/vscode-host-prepare.ts
import { installHost } from './vscode-host-install.ts';
import { installSystemPackages } from './vscode-host-packages.ts';

try {
  const say = (line: string): void => console.log(line);
  installSystemPackages('browser', say);
  await installHost(say);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
