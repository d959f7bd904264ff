import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from './start.ts';

const fitting = /^[\w-]{20,100}$/;

/**
 * The token that this person's gateway had the last time, so that the addresses which they have put into their `.env` hold.
 * Nobody else may read the file. Where it cannot be kept, there is a new one each time.
 * @param data the person's data folder; `null` where there is none.
 */
export function keptToken(data: string | null): string {
  if (data === null) return newToken();
  const path = join(data, 'gateway-token');
  const known = read(path);
  if (known !== null) return known;
  const token = newToken();
  try {
    mkdirSync(data, { recursive: true });
    writeFileSync(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
    return token;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // Another gateway has made one meanwhile, or none can be made.
    return read(path) ?? token;
  }
}

function read(path: string): string | null {
  try {
    const token = readFileSync(path, 'utf8').trim();
    return fitting.test(token) ? token : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
