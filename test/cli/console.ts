import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** A folder that the test may do with as it likes, removed at the end. */
export class Sandbox {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'promptmeter-')));

  /** @param git `marked`: the root of a repository, so that nothing above the folder is looked at; `none`: the test makes its own. */
  constructor(fixture?: string, git: 'marked' | 'none' = 'marked') {
    if (fixture !== undefined)
      cpSync(join(dirname(fileURLToPath(import.meta.url)), 'fixtures', fixture), this.root, {
        recursive: true,
      });
    if (git === 'marked') mkdirSync(join(this.root, '.git'));
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export interface Situation {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly terminal?: boolean;
  /** Whether somebody types the input. */
  readonly keyboard?: boolean;
  /** The day on which it runs; nobody can say, where it is not given. */
  readonly today?: string;
}

/** Runs the command line in this process. @param words what stands behind `promptmeter`. */
export async function promptmeter(words: readonly string[], situation: Situation): Promise<Outcome> {
  const { cwd, env = {}, input = '', terminal = false, keyboard = false, today } = situation;
  const out = { stdout: '', stderr: '' };
  const machine = {
    argv: ['node', 'promptmeter', ...words],
    cwd: () => cwd,
    stdout: { isTTY: terminal, write: (text: string) => (out.stdout += text) },
    stderr: { isTTY: terminal, write: (text: string) => (out.stderr += text) },
    stdin: Object.assign(Readable.from([Buffer.from(input)]), { isTTY: keyboard }),
    env,
  };
  const interrupts = {
    onInterrupt: () => () => undefined,
    interrupted: () => new Promise<void>(() => undefined),
  };
  const code = await run(machine, { ...interrupts, today: () => today ?? null });
  return { ...out, code };
}
