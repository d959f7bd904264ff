/** Endings of files that hold no prompt, no text that one is read from, nor anything that says how prompts are read. */
export const neverRead: ReadonlySet<string> = new Set([
  ...['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'avif', 'ico', 'pdf', 'mp3', 'mp4', 'webm', 'wav'],
  ...['css', 'scss', 'less', 'woff', 'woff2', 'ttf', 'eot', 'lock', 'snap'],
  ...['zip', 'gz', 'tar', 'wasm', 'so', 'dll', 'exe', 'bin'],
]);

/** Whether the name of a file tells that nothing in it matters. */
export function isNeverRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && neverRead.has(name.slice(dot + 1).toLowerCase());
}
