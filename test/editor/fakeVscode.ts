import { registerHooks } from 'node:module';

/** What was shown to a person, and who listens to what, in the place of a window. */
export const shown: string[] = [];

interface Listening {
  readonly listeners: Set<(event: unknown) => void>;
  readonly event: (listener: (event: unknown) => void) => { dispose(): void };
}

function listening(): Listening {
  const listeners = new Set<(event: unknown) => void>();
  return {
    listeners,
    event(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
  };
}

const [focus, saved] = [listening(), listening()];

class EventEmitter<T> {
  readonly #listening = listening();
  readonly event = this.#listening.event;
  fire(event: T): void {
    for (const listener of this.#listening.listeners) listener(event);
  }
  dispose(): void {
    this.#listening.listeners.clear();
  }
}

/** As much of VS Code as the ledger of the editor asks for, without a window. */
const fake = {
  EventEmitter,
  Disposable: {
    from: (...all: readonly { dispose(): void }[]) => ({
      dispose: () => all.forEach((one) => one.dispose()),
    }),
  },
  window: {
    onDidChangeWindowState: focus.event,
    createOutputChannel: () => ({ warn: () => undefined, error: () => undefined, dispose: () => undefined }),
    showWarningMessage: (sentence: string) => Promise.resolve(void shown.push(sentence)),
  },
  workspace: { onDidSaveTextDocument: saved.event },
};

/** A person comes back to the window. */
export function focusWindow(): void {
  for (const listener of focus.listeners) listener({ focused: true });
}

const place = Symbol.for('promptmeter.fakeVscode');
Reflect.set(globalThis, place, fake);
const module = Object.keys(fake)
  .map((name) => `export const ${name} = fake.${name};`)
  .join('\n');
const address = `data:text/javascript,${encodeURIComponent(`const fake = globalThis[Symbol.for('promptmeter.fakeVscode')];\n${module}`)}`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: address, shortCircuit: true } : next(specifier, context),
});
