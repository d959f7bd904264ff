import { createHash } from 'node:crypto';

/** Sums of runs of words as bytes: eight for each, in the order of the machine, which no other ever reads. */
export function packed(prints: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(prints).buffer);
}

export function unpacked(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.slice().buffer);
}

/** The same for the same sums, and for no others. */
export function digestOf(prints: readonly number[]): string {
  return createHash('sha256').update(packed(prints)).digest('base64url').slice(0, 22);
}
