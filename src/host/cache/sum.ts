import * as zlib from 'node:zlib';

/** Node 20 has it from 20.15 on, and 22 from 22.2 on. */
const native: typeof zlib.crc32 | undefined = zlib.crc32;

/**
 * Tells what was written whole from what was cut off or spoilt on its way: how long it is, and its CRC-32. It keeps nobody
 * from writing something else. A cryptographic sum would do no more here, and to load the code for it takes milliseconds.
 */
export function sumOf(data: Uint8Array | string): string {
  const sum = native?.(data) ?? crc32(typeof data === 'string' ? Buffer.from(data) : data);
  return `${data.length.toString(36)}-${sum.toString(16).padStart(8, '0')}`;
}

/** As `zlib.crc32`. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
