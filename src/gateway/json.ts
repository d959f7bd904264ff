/** @returns `undefined` for what is no JSON: a copy of what others say proves nothing about them. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
