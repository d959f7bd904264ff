import { Parser } from 'web-tree-sitter';
import { damaged } from '../damagedInstall.ts';
import type { Host } from '../host.ts';

/** The memory that the runtime of tree-sitter works in; its buffer is another one each time it has grown. */
export interface RuntimeMemory {
  readonly buffer: ArrayBufferLike;
}

/** Pages of 64 KB: 32 MB as the runtime begins, 1 GB at most. The largest file that is read needs under half of it. */
const memoryLimits = { initial: 512, maximum: 16_384 };

/** What we use of it; the compiler knows it only together with a browser. */
declare const WebAssembly: {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => RuntimeMemory;
};

/** The library has one runtime for the whole process, whoever starts it, so there is one memory and one start of it. */
let started: Promise<RuntimeMemory> | null = null;

export async function startRuntime(host: Pick<Host, 'loadGrammar'>): Promise<RuntimeMemory> {
  started ??= start(host);
  try {
    return await started;
  } catch (error) {
    started = null;
    throw error;
  }
}

async function start(host: Pick<Host, 'loadGrammar'>): Promise<RuntimeMemory> {
  const wasmBinary = host.loadGrammar('runtime');
  const wasmMemory = new WebAssembly.Memory(memoryLimits);
  // All it would print, that it ends, comes as an error as well.
  await Parser.init({ wasmBinary, wasmMemory, printErr: () => {} }).catch((error: unknown) => {
    throw damaged('the runtime of the grammars', error);
  });
  return wasmMemory;
}
