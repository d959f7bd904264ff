import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import type { Notice, Workspace } from './workerMessages.ts';

/** A folder is opened before its documents are told, and they before the files behind them. */
const order: readonly Notice['kind'][] = ['measured', 'close', 'open', 'buffer', 'disk', 'index', 'since'];

/** What a thread has to know, and what of it the running one has not been told yet: the newest of each, never more. */
export class ThreadState {
  readonly #workspaces = new Map<string, Workspace>();
  /** Workspace key → path → text of the open document. */
  readonly #buffers = new Map<string, Map<string, string>>();
  /** By root. */
  readonly #measured = new Map<string, MeasuredUses>();
  readonly #indexed = new Map<string, readonly string[]>();
  /** Folders that are compared with their last commit. */
  readonly #compared = new Set<string>();
  readonly #unsent = new Map<string, Notice>();

  note(notice: Notice): void {
    this.#remember(notice);
    const name = nameOf(notice);
    this.#unsent.delete(name);
    this.#unsent.set(name, notice);
  }

  /** In the order in which they have to be told. */
  takeUnsent(): readonly Notice[] {
    const notices = [...this.#unsent.values()];
    this.#unsent.clear();
    return notices.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  }

  /** A new thread knows nothing. */
  unsendAll(): void {
    this.#unsent.clear();
    for (const notice of this.#all()) this.note(notice);
  }

  /** What was read when there was nothing else to do may be what brought the thread down. */
  forgetIndexes(): void {
    for (const key of this.#indexed.keys()) this.#unsent.delete(`index ${key}`);
    for (const key of this.#compared) this.#unsent.delete(`since ${key}`);
    this.#indexed.clear();
    this.#compared.clear();
  }

  openPaths(key: string): readonly string[] {
    return [...(this.#buffers.get(key)?.keys() ?? [])];
  }

  /** Of folders that are open in a root. */
  keysOf(root: string): readonly string[] {
    return [...this.#workspaces.values()].filter((one) => one.root === root).map(({ key }) => key);
  }

  copy(): ThreadState {
    const state = new ThreadState();
    for (const notice of this.#all()) state.note(notice);
    return state;
  }

  #all(): readonly Notice[] {
    return [
      ...[...this.#measured].map(([root, uses]) => ({ kind: 'measured', root, uses }) as const),
      ...[...this.#workspaces.values()].map((workspace) => ({ kind: 'open', workspace }) as const),
      ...[...this.#buffers].flatMap(([key, texts]) =>
        [...texts].map(([path, text]) => ({ kind: 'buffer', key, path, text }) as const),
      ),
      ...[...this.#indexed].map(([key, paths]) => ({ kind: 'index', key, paths }) as const),
      ...[...this.#compared].map((key) => ({ kind: 'since', key }) as const),
    ];
  }

  #remember(notice: Notice): void {
    if (notice.kind === 'open') this.#workspaces.set(notice.workspace.key, notice.workspace);
    if (notice.kind === 'close') this.#forget(notice.key);
    if (notice.kind === 'measured') this.#measured.set(notice.root, notice.uses);
    if (notice.kind === 'index') this.#indexed.set(notice.key, notice.paths);
    if (notice.kind === 'since') this.#compared.add(notice.key);
    if (notice.kind === 'buffer') this.#rememberBuffer(notice.key, notice.path, notice.text);
  }

  #forget(key: string): void {
    this.#workspaces.delete(key);
    this.#indexed.delete(key);
    this.#compared.delete(key);
    for (const kind of ['index', 'since']) this.#unsent.delete(`${kind} ${key}`);
    for (const path of this.openPaths(key)) this.#unsent.delete(bufferName(key, path));
    this.#buffers.delete(key);
  }

  #rememberBuffer(key: string, path: string, text: string | null): void {
    const texts = this.#buffers.get(key) ?? new Map<string, string>();
    this.#buffers.set(key, texts);
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
}

/** What supersedes what: a folder's newest state, a document's newest text. */
function nameOf(notice: Notice): string {
  if (notice.kind === 'open') return `folder ${notice.workspace.key}`;
  if (notice.kind === 'close') return `folder ${notice.key}`;
  if (notice.kind === 'measured') return `measured ${notice.root}`;
  if (notice.kind === 'index' || notice.kind === 'since') return `${notice.kind} ${notice.key}`;
  return bufferName(notice.key, notice.path);
}

function bufferName(key: string, path: string): string {
  return `buffer ${key}\n${path}`;
}
