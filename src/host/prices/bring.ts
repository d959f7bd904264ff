import { createHash } from 'node:crypto';
import { visit, type ParseError } from 'jsonc-parser';
import { readRegularFile } from '../regularFile.ts';
import { longestList } from './stored.ts';

/** A list of prices that a person named, or one fragment of a sentence that says why there is none. */
export type BroughtText =
  | { readonly kind: 'data'; readonly data: unknown; readonly sha256: string }
  | { readonly kind: 'problem'; readonly why: string };

/** How long a server may take for all of it. Milliseconds. */
const patience = 30_000;
const mostRedirects = 5;

/** Reads a file, or asks a server: only ever for an address that a person has typed. @param from a path or an http(s) address. */
export async function bringPrices(from: string, milliseconds = patience): Promise<BroughtText> {
  if (/^https?:\/\//i.test(from)) return download(from, milliseconds);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return problem('only http and https addresses are read');
  const reading = readRegularFile(from, longestList);
  return reading.kind === 'text' ? parsed(reading.text) : problem(reading.why);
}

async function download(address: string, milliseconds: number): Promise<BroughtText> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const response = await followed(address, signal);
    if (typeof response === 'string') return problem(response);
    const type = response.headers.get('content-type') ?? '';
    // GitHub serves raw files as plain text.
    if (!/json|text\/plain|octet-stream/i.test(type)) {
      await response.body?.cancel();
      return problem(
        `the server answered with ${type === '' ? 'no content type' : type.slice(0, 60)}, not with JSON`,
      );
    }
    const text = await bodyOf(response);
    return text === null ? problem(`it is longer than ${longestList / 1024 / 1024} MB`) : parsed(text);
  } catch (error) {
    if (signal.aborted) return problem(`the server took longer than ${milliseconds / 1000} seconds`);
    return problem(whyOf(error));
  }
}

/** Redirects are followed, but not from https to http. A sentence's fragment where there is no answer. */
async function followed(address: string, signal: AbortSignal): Promise<Response | string> {
  if (!URL.canParse(address)) return 'it is no address: write https://…';
  let url = new URL(address);
  if (url.username !== '' || url.password !== '')
    return 'an address with a name or password is not read: download the list, and name the file';
  for (let i = 0; i <= mostRedirects; i++) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'application/json' },
    });
    const location = response.headers.get('location');
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status < 300 || response.status >= 400 || location === null)
      return `the server answered ${response.status}`;
    const next = new URL(location, url);
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      return `the server leads from https to ${next.protocol.replace(':', '')}`;
    url = next;
  }
  return `the server leads from one address to the next, more than ${mostRedirects} times`;
}

async function bodyOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > longestList) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const { cause } = error;
  const inner = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (inner === 'UND_ERR_SOCKET' || error.message === 'terminated') return 'the answer broke off';
  return `the server could not be reached${inner === '' ? '' : ` (${inner})`}`;
}

function parsed(text: string): BroughtText {
  if (isDeep(text)) return problem('its brackets are nested deeper than in any price list');
  const twice = repeatedKeys(text);
  if (twice.length > 0) return problem(`it states ${twice.slice(0, 5).join(', ')} twice`);
  try {
    const data: unknown = JSON.parse(text);
    return { kind: 'data', data, sha256: createHash('sha256').update(text).digest('hex') };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return problem(/^\s*</.test(text) ? 'it is a web page, not JSON' : 'it is no valid JSON, or broke off');
  }
}

/** Levels; a price list has less than ten. */
const deepest = 100;

/** Whoever reads level by level would run out of stack. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (mark.startsWith('"')) continue;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

/** `JSON.parse` would keep the last of two prices and say nothing. */
function repeatedKeys(text: string): string[] {
  const open: Set<string>[] = [];
  const twice: string[] = [];
  const errors: ParseError[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name) => {
      const keys = open.at(-1);
      if (keys?.has(name) === true) twice.push(`"${name}"`);
      keys?.add(name);
    },
    onError: (error, offset, length) => void errors.push({ error, offset, length }),
  });
  return errors.length > 0 ? [] : twice;
}

function problem(why: string): BroughtText {
  return { kind: 'problem', why };
}
