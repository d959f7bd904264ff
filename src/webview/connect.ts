import type { FromPage, ToPage } from './protocol.ts';

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The editor, as the page sees it. */
export interface Editor {
  tell(message: FromPage): void;
  onMessage(listener: (message: ToPage) => void): void;
  /** What was remembered before the page was hidden, when everything else of it was thrown away. */
  recall<T>(): T | undefined;
  remember<T>(state: T): void;
}

/** Can be asked for once in the life of a page. */
export function connect(): Editor {
  const api = acquireVsCodeApi();
  return {
    tell: (message) => api.postMessage(message),
    recall: <T>() => api.getState() as T | undefined,
    remember: (state) => api.setState(state),
    onMessage: (listener) =>
      globalThis.addEventListener('message', ({ data }: MessageEvent<ToPage>) => listener(data)),
  };
}
