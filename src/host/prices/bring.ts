import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { visit, type ParseError } from 'jsonc-parser';
import { follow } from '../network/follow.ts';
import { ProxyError } from '../network/proxy.ts';
import { textOf, type Connection } from '../network/send.ts';
import { readRegularFile } from '../regularFile.ts';
import { longestList } from './stored.ts';

/** A list of prices that a person named, or one fragment of a sentence that says why there is none. */
export type BroughtText =
  | { readonly kind: 'data'; readonly data: unknown; readonly sha256: string }
  | { readonly kind: 'problem'; readonly why: string };

/** How long a server may take for all of it. Milliseconds. */
const patience = 30_000;

/**
 * Reads a file, or asks a server: only ever for an address that a person has typed.
 * @param from a path or an http(s) address.
 * @param env where the proxies of the system stand.
 */
export async function bringPrices(
  from: string,
  env: Readonly<Record<string, string | undefined>>,
  milliseconds = patience,
): Promise<BroughtText> {
  if (/^https?:\/\//i.test(from)) return download(from, { env, patience: milliseconds });
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return problem('only http and https addresses are read');
  const reading = readRegularFile(from, longestList);
  return reading.kind === 'text' ? parsed(reading.text) : problem(reading.why);
}

async function download(address: string, connection: Connection): Promise<BroughtText> {
  if (!URL.canParse(address)) return problem('it is no address: write https://…');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '')
    return problem('an address with a name or password is not read: download the list, and name the file');
  const signal = AbortSignal.timeout(connection.patience);
  try {
    const answer = await follow(url, { accept: 'application/json' }, connection, signal);
    return answer.kind === 'problem' ? answer : await listIn(answer.response);
  } catch (error) {
    if (signal.aborted) return problem(`the server took longer than ${connection.patience / 1000} seconds`);
    return problem(whyOf(error));
  }
}

async function listIn(response: IncomingMessage): Promise<BroughtText> {
  const { statusCode = 0, headers } = response;
  const type = headers['content-type'] ?? '';
  // GitHub serves raw files as plain text.
  const isList = /json|text\/plain|octet-stream/i.test(type);
  if (statusCode !== 200 || !isList) response.destroy();
  if (statusCode !== 200) return problem(`the server answered ${statusCode}`);
  if (!isList)
    return problem(
      `the server answered with ${type === '' ? 'no content type' : type.slice(0, 60)}, not with JSON`,
    );
  const text = await textOf(response, longestList);
  return text === null ? problem(`it is longer than ${longestList / 1024 / 1024} MB`) : parsed(text);
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error instanceof ProxyError) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the answer broke off';
  return `the server could not be reached${code === '' ? '' : ` (${code})`}`;
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
