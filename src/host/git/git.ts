import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readBlobs } from './blobs.ts';
import { gitFolder } from './environment.ts';
import { contentsOf, type Question } from './questions.ts';

export interface GitAnswer {
  /** What git ended with; `null` where it could not be started, or said too much. */
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/**
 * Nothing that a repository's own configuration names is run: no monitor of the file system, no pager, no hook. Nothing is
 * fetched either, also where a clone has left objects behind.
 */
const harmless = [
  'core.fsmonitor=false',
  'core.pager=cat',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
];

/** Bytes of one answer; lists of names of the largest repositories stay below. */
const largestAnswer = 256 * 1024 * 1024;

/** Bytes of what is asked for before anybody needs it: what comes behind them is asked for when somebody does. */
const mostAhead = 8 * 1024 * 1024;

/** What tells a question from others; how much may be answered does not. */
function keyOf([args, input = '']: Question): string {
  return [...args, input].join('\0');
}

/** The git of this machine, asked about one repository. Arguments are handed over as they are: there is no shell. */
export class Git {
  readonly root: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  /** By question, as `keyOf` has it. */
  readonly #ahead = new Map<string, Promise<GitAnswer>>();
  #contents: ReadonlyMap<string, Buffer> = new Map();
  #reading: Promise<void> | null = null;

  /** @param root the top of the working tree, absolute. @param env see `gitEnvironment`. */
  constructor(root: string, env: Readonly<Record<string, string | undefined>>) {
    this.root = root;
    this.#env = env;
  }

  /** The file of the index that git would read; `null` where there is no repository. */
  get index(): string | null {
    const folder = gitFolder(this.root);
    return this.#env['GIT_INDEX_FILE'] ?? (folder === null ? null : join(folder, 'index'));
  }

  /** Asks before anybody needs to know: whoever asks the same next gets this answer. */
  askAhead(...question: Question): Promise<GitAnswer> {
    const answer = this.#spawned(...question);
    this.#ahead.set(keyOf(question), answer);
    return answer;
  }

  /** Asks for the contents of objects before anybody needs them. @param names of objects, or `:path` for one of the index. */
  readAhead(names: readonly string[]): void {
    const [args, input] = contentsOf(names);
    this.#reading = this.#spawned(args, input, mostAhead).then(({ out }) => {
      this.#contents = readBlobs(out);
    });
  }

  /** Resolves when what was asked for ahead is there. */
  async readAheadDone(): Promise<void> {
    await this.#reading;
  }

  /** What an object holds, where that was asked for ahead. */
  content(oid: string): Buffer | null {
    return this.#contents.get(oid) ?? null;
  }

  /** @param most bytes; git is stopped where it says more, with `code` null and `out` as far as it came. */
  ask(...question: [args: readonly string[], input?: string | Buffer, most?: number]): Promise<GitAnswer> {
    const [args, input] = question;
    const key = this.#ahead.size === 0 || Buffer.isBuffer(input) ? null : keyOf([args, input]);
    const known = key === null ? undefined : this.#ahead.get(key);
    if (key !== null) this.#ahead.delete(key);
    return known ?? this.#spawned(...question);
  }

  #spawned(args: readonly string[], input: string | Buffer = '', most = largestAnswer): Promise<GitAnswer> {
    return new Promise((done) => {
      const child = spawn('git', this.#words(args), { cwd: this.root, env: { ...this.#env } });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      let bytes = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > most) child.kill();
        else out.push(chunk);
      });
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error) => {
        done({ code: null, out: Buffer.alloc(0), err: error.message });
      });
      child.on('close', (code) => {
        const said = { out: Buffer.concat(out), err: Buffer.concat(err).toString() };
        done({ code: bytes > most ? null : (code ?? -1), ...said });
      });
      // git may end before it has read all, and says why itself
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }

  /** The same for those who cannot wait. @param most bytes; a longer answer counts as none, with `code` null. */
  askNow(args: readonly string[], input: string | Buffer = '', most = largestAnswer): GitAnswer {
    const { status, stdout, stderr, error } = spawnSync('git', this.#words(args), {
      cwd: this.root,
      env: { ...this.#env },
      input,
      maxBuffer: most,
    });
    if (error !== undefined) return { code: null, out: Buffer.alloc(0), err: error.message };
    return { code: status ?? -1, out: stdout, err: stderr.toString() };
  }

  #words(args: readonly string[]): string[] {
    return [...harmless.flatMap((setting) => ['-c', setting]), ...args];
  }
}
