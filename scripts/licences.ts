import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the names, versions and licence texts of the packages whose files went into the bundles. */
export function writeLicences(target: string, inputs: readonly string[]): void {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== null));
  const parts = [...folders].sort().map(section);
  writeFileSync(target, `# Third-party software in PromptMeter\n\n${parts.join('\n')}`);
}

function packageFolder(input: string): string | null {
  const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
  return match === null ? null : match[0];
}

function section(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifest as Record<string, unknown>;
  if (typeof license !== 'string') throw new Error(`${folder}/package.json names no licence`);
  return `## ${String(name)} ${String(version)} (${license})\n\n${licenceText(folder)}`;
}

/** Some packages ship no licence file; then the name of the licence in their metadata is all there is. */
function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(name));
  if (file === undefined || !existsSync(join(folder, file))) return '';
  return `\`\`\`text\n${readFileSync(join(folder, file), 'utf8').trim()}\n\`\`\`\n`;
}
