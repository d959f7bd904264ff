import { createHash, type Hash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import type { Watch } from '../../core/compress/engine.ts';
import { follow } from '../network/follow.ts';
import { ProxyError } from '../network/proxy.ts';
import { StalledError, type Connection } from '../network/send.ts';
import type { Remedies } from './remedies.ts';

export interface Download {
  readonly address: string;
  /** Where it grows; what stands there already is not fetched again. */
  readonly path: string;
  /** Hexadecimal; `null` where nobody knows it. */
  readonly sha256: string | null;
  readonly connection: Connection;
  /** Told bytes. */
  readonly watch: Watch;
  readonly remedies: Remedies;
}

/** A file that is here whole, or why not: a fragment of a sentence, which ends with what to do. */
export type Downloaded =
  | { readonly kind: 'file'; readonly sha256: string; readonly bytes: number }
  | { readonly kind: 'problem'; readonly why: string };

/** Bytes; the largest model of this kind that anybody publishes has 2.24 GB. */
const largest = 3 * 1024 ** 3;
const tooLarge = `it is larger than ${largest / 1024 ** 3} GB, which no such model is`;

/** Fetches a file, going on where an earlier attempt stopped. What is not the file that was asked for is not kept. */
export async function download(wanted: Download): Promise<Downloaded> {
  try {
    mkdirSync(dirname(wanted.path), { recursive: true });
    return await attempt(wanted);
  } catch (error) {
    return problem(whyOf(error, wanted));
  }
}

async function attempt(wanted: Download): Promise<Downloaded> {
  const { address, path, connection, watch } = wanted;
  const tagged = `${path}.etag`;
  const here = existsSync(tagged) && existsSync(path) ? statSync(path).size : 0;
  const headers: Record<string, string> =
    here === 0 ? {} : { range: `bytes=${here}-`, 'if-range': readFileSync(tagged, 'utf8') };
  const asked = await follow(new URL(address), headers, connection, watch.signal);
  if (asked.kind === 'problem') return asked;
  const { response } = asked;
  const goesOn = response.statusCode === 206 && startOf(response) === here;
  if (!goesOn) {
    if (here > 0 && (response.statusCode === 206 || response.statusCode === 416)) {
      // it cannot go on from where we are
      forget(path);
      response.destroy();
      return attempt(wanted);
    }
    // what has come so far is kept: a server that is busy, or wants a sign-in, has the same file later
    const refused = refusal(response, wanted.remedies);
    if (refused !== null) {
      response.destroy();
      return problem(refused);
    }
    // it has another file by now than the one that was begun
    if (here > 0) rmSync(path, { force: true });
    rmSync(tagged, { force: true });
  }
  const { etag } = response.headers;
  // a weak one does not promise the same bytes
  if (etag !== undefined && !etag.startsWith('W/')) writeFileSync(tagged, etag);
  const hash = createHash('sha256');
  if (goesOn) await readInto(hash, path);
  return write(wanted, response, hash, goesOn ? here : 0);
}

async function write(
  { path, sha256, connection, watch, remedies }: Download,
  response: IncomingMessage,
  hash: Hash,
  start: number,
): Promise<Downloaded> {
  const length = Number(response.headers['content-length'] ?? NaN);
  const total = Number.isFinite(length) ? start + length : null;
  if ((total ?? 0) > largest) {
    response.destroy();
    return problem(tooLarge);
  }
  let bytes = start;
  response.setTimeout(connection.patience, () =>
    response.destroy(new StalledError('the server says nothing')),
  );
  const file = await openFile(path, start > 0 ? 'a' : 'w');
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (bytes === 0 && isPage(chunk))
        return dropped(
          path,
          'what came is a web page and not the file: a sign-in page or a proxy may stand between, so open the address in a browser',
        );
      await file.appendFile(chunk);
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > largest) return dropped(path, tooLarge);
      watch.progress(bytes, total ?? bytes);
    }
  } finally {
    await file.close();
    response.destroy();
  }
  if (total !== null && bytes < total)
    return problem(`the answer broke off after ${bytes} of ${total} bytes: ${remedies.again}`);
  const found = hash.digest('hex');
  if (sha256 !== null && found !== sha256.toLowerCase())
    return dropped(
      path,
      `it is not the file that it should be: its SHA-256 is ${found}, and ${sha256.toLowerCase()} was expected; what came was thrown away`,
    );
  rmSync(`${path}.etag`, { force: true });
  return { kind: 'file', sha256: found, bytes };
}

function refusal({ statusCode = 0, headers }: IncomingMessage, remedies: Remedies): string | null {
  if (statusCode === 404 || statusCode === 410)
    return `the server has no such file (it answered ${statusCode}): see whether the model has moved, or ${remedies.otherMirror}`;
  if (statusCode === 401 || statusCode === 403)
    return `the server does not give it to everybody (it answered ${statusCode}): fetch it by hand, and ${remedies.byHand}`;
  if (statusCode === 407) return 'the proxy wants a name and a password: write them into its address';
  if (statusCode !== 200) return `the server answered ${statusCode}: try again later`;
  return /text\/html/i.test(headers['content-type'] ?? '')
    ? 'what came is a web page and not the file: a sign-in page or a proxy may stand between, so open the address in a browser'
    : null;
}

function isPage(chunk: Buffer): boolean {
  return /^\s*<(?:!doctype|html|head)/i.test(chunk.subarray(0, 200).toString('latin1'));
}

/** `bytes 700-999/1000` */
function startOf({ headers }: IncomingMessage): number {
  return Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? NaN);
}

async function readInto(hash: Hash, path: string): Promise<void> {
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
}

function forget(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.etag`, { force: true });
}

function dropped(path: string, why: string): Downloaded {
  forget(path);
  return problem(why);
}

/** Codes of Node → what is the matter, and what to do. */
function machineReasons({ again, otherFolder, proxy }: Remedies): Readonly<Record<string, string>> {
  const notWritable = `the folder may not be written to: ${otherFolder}`;
  const noFolder = `a file stands where a folder should: ${otherFolder}`;
  const notFound = `the server was not found: see whether this machine is online, or behind a proxy (${proxy})`;
  return {
    ENOSPC: `the disk is full: make room, then ${again}`,
    EDQUOT: `the disk is full for you: make room, then ${again}`,
    EACCES: notWritable,
    EPERM: notWritable,
    EROFS: notWritable,
    ENOTDIR: noFolder,
    EEXIST: noFolder,
    ENOTFOUND: notFound,
    EAI_AGAIN: notFound,
    ECONNREFUSED: 'nobody answers there: see whether the address, or the proxy, is right',
  };
}

/** Why the machine, and not a server, did not let a file be fetched or kept; `null` for any other error. */
export function machineReason(error: unknown, remedies: Remedies): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return machineReasons(remedies)[String(error.code)] ?? null;
}

function whyOf(error: unknown, { watch, connection, path, remedies }: Download): string {
  const { again } = remedies;
  if (watch.signal.aborted) return `it was cancelled: ${again}`;
  if (error instanceof ProxyError) return error.message;
  if (error instanceof StalledError)
    return `the server sent nothing for ${connection.patience / 1000} s: ${again}`;
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  const begun = existsSync(path) && existsSync(`${path}.etag`) ? `: ${again}` : ': try again later';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return `the answer broke off${begun}`;
  return machineReason(error, remedies) ?? `it could not be fetched (${code})${begun}`;
}

function problem(why: string): Downloaded {
  return { kind: 'problem', why };
}
