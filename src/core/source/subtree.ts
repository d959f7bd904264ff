/**
 * Offsets in tree-sitter's `SubtreeHeapData` with pointers of four bytes, as its header `subtree.h` declares it. Its
 * children stand before it, eight bytes each: such a pointer, or the whole of a small token, whose lowest bit is set.
 */
const at = { padding: 4, size: 16, children: 36, symbol: 40, flags: 44, production: 66 } as const;
export const childBytes = 8;
/** A tree begins with its root, as if it were a child; behind it stands where its grammar is. */
const grammarOfTree = childBytes;

/** The bits of `flagsAt`. */
export const visible = 1;
export const extra = 4;

/** The runtime's memory as numbers of four, two and one byte. Lengths in it are bytes, two for each UTF-16 unit. */
export interface Heap {
  readonly words: Uint32Array;
  readonly halves: Uint16Array;
  readonly bytes: Uint8Array;
}

export function heapOf(memory: ArrayBufferLike): Heap {
  return { words: new Uint32Array(memory), halves: new Uint16Array(memory), bytes: new Uint8Array(memory) };
}

/** @param tree where a tree stands in the runtime's memory. @returns where its grammar does. */
export function grammarAddress(memory: ArrayBufferLike, tree: number): number {
  return new DataView(memory).getUint32(tree + grammarOfTree, true);
}

/** Where the node of a child stands; 0 for a small token, which is all in its slot. */
export function subtreeAt({ words }: Heap, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  return isSmall(head) ? 0 : head;
}

export function flagsAt({ words, bytes }: Heap, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  // of a small token they stand one bit higher, above the bit that says that it is one
  return isSmall(head) ? head >> 1 : (bytes[head + at.flags] ?? 0);
}

/** Bytes of blanks before a child. */
export function paddingAt({ words, bytes }: Heap, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  return isSmall(head) ? (bytes[slot + 6] ?? 0) : (words[(head + at.padding) >> 2] ?? 0);
}

/** Bytes of a child, without the blanks before it. */
export function sizeAt({ words, bytes }: Heap, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  return isSmall(head) ? (bytes[slot + 7] ?? 0) : (words[(head + at.size) >> 2] ?? 0);
}

/** The symbol of the parser's own. */
export function symbolAt({ words, halves }: Heap, slot: number): number {
  const head = words[slot >> 2] ?? 0;
  return isSmall(head) ? (head >> 8) & 0xff : (halves[(head + at.symbol) >> 1] ?? 0);
}

export function childCount({ words }: Heap, subtree: number): number {
  return words[(subtree + at.children) >> 2] ?? 0;
}

/** By which rule of the grammar a node with children was made. */
export function productionOf({ halves }: Heap, subtree: number): number {
  return halves[(subtree + at.production) >> 1] ?? 0;
}

function isSmall(head: number): boolean {
  return (head & 1) === 1;
}
