import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';

/** Node 20 has it from 20.15 on, and 22 from 22.2 on. */
const checksum: typeof zlib.crc32 | undefined = zlib.crc32;

/**
 * Tells what was written whole from what was cut off or spoilt on its way: how long it is, and its CRC-32. It keeps nobody
 * from writing something else. A cryptographic sum would do no more here, and to load the code for it takes milliseconds.
 */
export function sumOf(data: Uint8Array | string): string {
  if (checksum === undefined) return hashOf(data);
  return `${data.length.toString(36)}-${checksum(data).toString(16).padStart(8, '0')}`;
}

/** What an older Node has for that: our own code would add up for longer than it takes to load this. */
export function hashOf(data: Uint8Array | string): string {
  return createHash('sha1').update(data).digest('hex');
}
