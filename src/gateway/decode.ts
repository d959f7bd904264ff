import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';

/** Of a body in its encoding; more is no answer of a model, but may well be an attack. Bytes. */
const mostDecoded = 64 * 1024 * 1024;

/** Bytes as they are where `identity`, by a decoder, or not at all where nobody here knows the encoding. */
export type Encoding = 'identity' | 'gzip' | 'deflate' | 'br' | 'zstd' | 'unknown';

/** @param header the value of `Content-Encoding`. */
export function encodingOf(header: string | undefined): Encoding {
  const name = (header ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') return 'identity';
  if (name === 'gzip' || name === 'x-gzip') return 'gzip';
  if (name === 'zstd') return typeof zlib.createZstdDecompress === 'function' ? 'zstd' : 'unknown';
  return name === 'deflate' || name === 'br' ? name : 'unknown';
}

/** What has come is decoded as far as it goes, also where the rest never comes. */
const partial = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const partialBrotli = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };
const partialZstd = { finishFlush: zlib.constants.ZSTD_e_flush };

/** A decoder that hands on what it can as soon as it can. */
export function decoderOf(encoding: Exclude<Encoding, 'identity' | 'unknown'>): Transform {
  const make = {
    gzip: () => zlib.createGunzip(partial),
    deflate: () => zlib.createInflate(partial),
    br: () => zlib.createBrotliDecompress(partialBrotli),
    zstd: () => zlib.createZstdDecompress(partialZstd),
  } satisfies Record<typeof encoding, () => Transform>;
  return make[encoding]();
}

/** The bytes of a body; `null` where they cannot be decoded, or are too many. */
export async function decoded(bytes: Buffer, encoding: Encoding): Promise<Buffer | null> {
  const bound = { maxOutputLength: mostDecoded };
  try {
    if (encoding === 'identity') return bytes;
    if (encoding === 'gzip') return await promisify(zlib.gunzip)(bytes, bound);
    if (encoding === 'deflate') return await promisify(zlib.inflate)(bytes, bound);
    if (encoding === 'br') return await promisify(zlib.brotliDecompress)(bytes, bound);
    if (encoding === 'zstd') return await promisify(zlib.zstdDecompress)(bytes, bound);
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
