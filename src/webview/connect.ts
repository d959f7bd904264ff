import type { FromPage, ToPage } from './protocol.ts';

interface VsCode {
  postMessage(message: FromPage): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The editor, as the page sees it. */
export interface Editor {
  tell(message: FromPage): void;
  onMessage(listener: (message: ToPage) => void): void;
}

/** Can be asked for once in the life of a page. */
export function connect(): Editor {
  const api = acquireVsCodeApi();
  return {
    tell: (message) => api.postMessage(message),
    onMessage: (listener) =>
      globalThis.addEventListener('message', ({ data }: MessageEvent<ToPage>) => listener(data)),
  };
}
