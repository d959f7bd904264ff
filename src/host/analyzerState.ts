import type { Notice, Workspace } from './workerMessages.ts';

/** What a thread has to know, and what of it the running one has not been told yet: the newest of each, never more. */
export class ThreadState {
  readonly #workspaces = new Map<string, Workspace>();
  /** Workspace key → path → text of the open document. */
  readonly #buffers = new Map<string, Map<string, string>>();
  readonly #unsent = new Map<string, Notice>();

  note(notice: Notice): void {
    this.#remember(notice);
    const name = notice.kind === 'buffer' ? `${notice.key}\n${notice.path}` : keyOf(notice);
    this.#unsent.delete(name);
    this.#unsent.set(name, notice);
  }

  /** In the order in which they have to be told. */
  takeUnsent(): readonly Notice[] {
    const notices = [...this.#unsent.values()];
    this.#unsent.clear();
    return [
      ...notices.filter(({ kind }) => kind !== 'buffer'),
      ...notices.filter(({ kind }) => kind === 'buffer'),
    ];
  }

  /** A new thread knows nothing. */
  unsendAll(): void {
    this.#unsent.clear();
    for (const workspace of this.#workspaces.values()) this.note({ kind: 'open', workspace });
    for (const [key, texts] of this.#buffers)
      for (const [path, text] of texts) this.note({ kind: 'buffer', key, path, text });
  }

  openPaths(key: string): readonly string[] {
    return [...(this.#buffers.get(key)?.keys() ?? [])];
  }

  copy(): ThreadState {
    const state = new ThreadState();
    for (const workspace of this.#workspaces.values()) state.note({ kind: 'open', workspace });
    for (const [key, texts] of this.#buffers)
      for (const [path, text] of texts) state.note({ kind: 'buffer', key, path, text });
    return state;
  }

  #remember(notice: Notice): void {
    if (notice.kind === 'open') this.#workspaces.set(notice.workspace.key, notice.workspace);
    if (notice.kind === 'close') {
      this.#workspaces.delete(notice.key);
      this.#buffers.delete(notice.key);
      for (const [name, { kind, ...unsent }] of this.#unsent)
        if (kind === 'buffer' && 'key' in unsent && unsent.key === notice.key) this.#unsent.delete(name);
    }
    if (notice.kind === 'buffer') this.#rememberBuffer(notice.key, notice.path, notice.text);
  }

  #rememberBuffer(key: string, path: string, text: string | null): void {
    const texts = this.#buffers.get(key) ?? new Map<string, string>();
    this.#buffers.set(key, texts);
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
}

function keyOf(notice: Notice): string {
  return notice.kind === 'open' ? notice.workspace.key : notice.key;
}
