import { rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { comparePrompts } from '../../../src/core/changes/compare.ts';
import type { Metering } from '../../../src/core/report.ts';
import type { SinceCommit } from '../../../src/host/committed/committed.ts';
import type { FromWorker, Notice, Question, ToWorker } from '../../../src/host/workerMessages.ts';
import { serve } from '../../../src/host/workerServe.ts';
import { git } from '../../cli/git.ts';
import { folderWith } from '../folder.ts';

export const key = 'harbour';

/** A repository that is open in the editor: its files, its git, and the worker that reads it. */
export interface OpenRepository {
  readonly root: string;
  git(...words: string[]): void;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Opens a document, or changes it. */
  type(path: string, text: string | null): void;
  meter(path: string): Promise<Metering>;
  ask(question: Question): Promise<unknown>;
  since(): Promise<SinceCommit | null>;
  /** What became of the prompts of an open document: kind, id, tokens then and now, separated by blanks. */
  changes(path: string): Promise<string[]>;
}

interface OpenOptions {
  readonly trusted?: boolean;
  /** The folder that is open, from the root. */
  readonly from?: string;
  /** Whether the files are committed. */
  readonly commit?: boolean;
  /** A folder that is there already, in the place of one that is made. */
  readonly at?: string;
}

export function openRepository(
  context: TestContext,
  files: Readonly<Record<string, string>>,
  { trusted = true, from = '', commit = true, at }: OpenOptions = {},
): OpenRepository {
  const root = at ?? folderWith(context, files);
  const done = (...words: string[]): void => {
    const { code, stderr } = git(words, root);
    if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  };
  if (commit && at === undefined) {
    done('init', '-q');
    done('add', '-A');
    done('commit', '-qm', 'Begin');
  }
  const port = new FakePort();
  serve(port);
  port.tell({ kind: 'open', workspace: { key, root, from, trusted, settings: {} } });
  const since = (): Promise<SinceCommit | null> => {
    const heard = port.next(
      (message) => message.kind === 'since',
      (message) => (message.kind === 'since' && message.since.kind === 'since' ? message.since : null),
    );
    port.tell({ kind: 'since', key });
    return heard;
  };
  const ask = (question: Question): Promise<unknown> => port.ask(question);
  const meter = (path: string) => ask({ kind: 'meter', key, path }) as Promise<Metering>;
  return {
    root,
    git: done,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      port.tell({ kind: 'disk', key, path });
    },
    remove(path) {
      rmSync(join(root, path));
      port.tell({ kind: 'disk', key, path });
    },
    type: (path, text) => port.tell({ kind: 'buffer', key, path, text }),
    meter,
    ask,
    since,
    async changes(path) {
      const now = (await meter(path)).prompts.filter((prompt) => prompt.path === path);
      const known = await since();
      if (known === null) return ['no commit'];
      const others = known.others.prompts.filter((prompt) => prompt.path !== path);
      return comparePrompts([...now, ...others], known.before.prompts, known.renamed).map((change) => {
        const { kind, now: is, before } = change;
        const counts = [before, is].map((one) => one?.tokens.count ?? '-');
        return [kind, (is ?? before)?.id, ...counts].join(' ');
      });
    },
  };
}

/** The other end of the worker's port, in this thread. */
class FakePort {
  #listener: (message: ToWorker) => void = () => undefined;
  readonly #waiting: ((message: FromWorker) => boolean)[] = [];
  #id = 0;

  on(_: 'message', listener: (message: ToWorker) => void): void {
    this.#listener = listener;
  }

  postMessage(message: FromWorker): void {
    const [found] = this.#waiting.flatMap((wants, i) => (wants(message) ? [i] : []));
    if (found !== undefined) this.#waiting.splice(found, 1);
  }

  tell(notice: Notice): void {
    this.#listener({ kind: 'notice', notice });
  }

  next<T>(wants: (message: FromWorker) => boolean, take: (message: FromWorker) => T): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.push((message) => {
        if (!wants(message)) return false;
        resolve(take(message));
        return true;
      });
    });
  }

  ask(question: Question): Promise<unknown> {
    const id = ++this.#id;
    const answer = this.next(
      (message) => (message.kind === 'answer' || message.kind === 'failure') && message.id === id,
      (message) => {
        if (message.kind === 'answer') return message.value;
        throw new Error(message.kind === 'failure' ? message.why : 'no answer');
      },
    );
    this.#listener({ kind: 'question', id, question });
    return answer;
  }
}
