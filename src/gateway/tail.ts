import { jsonOf } from './json.ts';

/**
 * What the end of a long answer tells of its tokens. A list of embeddings may have many megabytes, and has its usage
 * behind them.
 * @returns an answer with nothing but its usage and model; `null` where the end has no usage.
 */
export function usageInTail(text: string): object | null {
  for (const key of ['usage', 'usageMetadata']) {
    const at = text.lastIndexOf(`"${key}"`);
    const open = at < 0 ? -1 : text.indexOf('{', at);
    if (open < 0 || !/^"\w+"\s*:\s*$/.test(text.slice(at, open))) continue;
    const block = jsonOf(text.slice(open, endOfObject(text, open)));
    if (typeof block !== 'object' || block === null) continue;
    const model = /"model(?:Version)?"\s*:\s*"([^"\\]{1,200})"/.exec(text)?.[1];
    return { [key]: block, ...(model === undefined ? {} : { model }) };
  }
  return null;
}

/** Behind the brace that closes the one at `open`. Usage blocks hold no texts with braces. */
function endOfObject(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}
