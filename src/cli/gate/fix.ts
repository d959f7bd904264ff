import { join } from 'node:path';
import type { Host } from '../../core/host.ts';
import type { Finding } from '../../core/report.ts';
import { safeFixes, type FixedFile } from '../../core/rules/safeFixes.ts';
import { commitsNamedFiles } from '../../host/git/environment.ts';
import type { Git } from '../../host/git/git.ts';
import type { Snapshot } from '../../host/git/snapshot.ts';
import { stageText } from '../../host/git/stage.ts';
import { replaceFile } from '../../host/replaceFile.ts';
import { pathFrom } from '../../host/repository.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { whyNotWritten } from '../whyNotWritten.ts';

/** Makes the safe fixes in the files, and says so. @returns whether any was made. */
export function fixFiles(
  findings: readonly Finding[],
  root: string,
  files: Pick<Host, 'readFile'>,
  context: Context,
): boolean {
  let made = false;
  for (const file of safeFixes(findings, textsOf(files))) {
    const outcome = replaced(join(root, file.path), file);
    made ||= outcome === null;
    told(file, root, outcome === null ? say.fixed : say.notFixed(outcome), context);
  }
  return made;
}

/** The same in what is staged, and in the files where those are the same. */
export async function fixStaged(
  findings: readonly Finding[],
  git: Git,
  index: Snapshot,
  context: Context,
): Promise<boolean> {
  let made = false;
  const isPassing = commitsNamedFiles(context.terminal.env);
  for (const file of safeFixes(findings, textsOf(index))) {
    const { path, before, after } = file;
    if (isPassing) {
      told(file, git.root, say.notFixed(say.commitsNamed), context);
      continue;
    }
    const [entry, bytes] = [index.entries.get(path), index.bytes(path)];
    if (entry === undefined || bytes === null) continue;
    const staged = await stageText(git, path, { entry, bytes, before, after });
    made ||= staged.kind !== 'refused';
    const ways = { both: say.fixedInBoth, index: say.fixedInIndex, unwritten: say.fixedInIndexAlone };
    told(file, git.root, staged.kind === 'refused' ? say.notFixed(staged.why) : ways[staged.kind], context);
  }
  return made;
}

/** `null` when all went well. */
function replaced(path: string, { before, after }: FixedFile): string | null {
  try {
    const outcome = replaceFile(path, before, after);
    if (outcome === 'replaced') return null;
    return outcome === 'changed' ? 'it was changed meanwhile' : 'it is not UTF-8';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return whyNotWritten(String(error.code));
    throw error;
  }
}

function told({ path, fixed }: FixedFile, root: string, how: string, { terminal }: Context): void {
  const name = pathFrom(terminal.cwd(), join(root, path));
  const titles = [...new Set(fixed.map(({ fix, rule }) => `${fix?.title ?? ''} (${rule})`))];
  terminal.stderr.write(`${name}: ${how}: ${titles.join(', ')}\n`);
}

function textsOf(files: Pick<Host, 'readFile'>): (path: string) => string | null {
  return (path) => {
    const reading = files.readFile(path);
    return reading?.kind === 'text' ? reading.text : null;
  };
}
