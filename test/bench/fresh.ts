import { spawn } from 'node:child_process';

/** What a fresh process did: its standard output, and milliseconds from its start to its end. */
export interface Run {
  readonly output: string;
  readonly milliseconds: number;
}

interface FreshOptions {
  /** Milliseconds. */
  readonly timeout?: number;
  readonly cwd?: string;
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs Node with these arguments in a new process. `null` when it took longer than `timeout` milliseconds and was ended.
 * @throws Error when it ends with anything but 0.
 */
export function fresh(
  args: readonly string[],
  { timeout = 120_000, cwd = '.', env = {} }: FreshOptions = {},
): Promise<Run | null> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => stdout.push(data));
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  return new Promise((resolve, reject) => {
    let ended = false;
    const timer = setTimeout(() => {
      ended = true;
      child.kill('SIGKILL');
    }, timeout);
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - began;
      clearTimeout(timer);
      if (ended) resolve(null);
      else if (code === 0) resolve({ output: Buffer.concat(stdout).toString(), milliseconds });
      else
        reject(
          new Error(
            `node ${args.join(' ')} ended with ${code}: ${Buffer.concat(stderr).toString().slice(-2000)}`,
          ),
        );
    });
  });
}

/** As `fresh`, for a script that prints JSON. The caller says what it prints. */
export async function freshJson<T>(args: readonly string[], options: FreshOptions = {}): Promise<T | null> {
  const run = await fresh(args, options);
  return run === null ? null : (JSON.parse(run.output) as T);
}
