/**
 * 64 bits of a text as 16 hexadecimal digits: two FNV-1a sums with different beginnings. It tells texts apart that were
 * not made to collide, which is all that is asked of it.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ ((unit << 8) | (unit >>> 8)), 0x85ebca6b);
  }
  return hex(a ^ (b >>> 13)) + hex(b ^ (a >>> 16));
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
