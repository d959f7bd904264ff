import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Ort from 'onnxruntime-web';

/** A runtime with a model open in it. */
export interface OpenModel {
  readonly runtime: 'native' | 'wasm';
  readonly fellBack: string | null;
  readonly session: Ort.InferenceSession;
  readonly Tensor: typeof Ort.Tensor;
}

type Runtime = Pick<typeof Ort, 'InferenceSession' | 'Tensor' | 'env'>;

/** What can be loaded without a compiler seeing it: the runtimes stand beside the bundle, or in `node_modules` of a clone. */
const require = createRequire(import.meta.url);
const beside = join(dirname(fileURLToPath(import.meta.url)), 'onnxruntime');

/**
 * Opens a model with the native runtime, or with WebAssembly where that cannot be loaded.
 * @param native see `ToScorer`. @throws what the runtime says where the model cannot be read.
 */
export async function openModel(model: string, native: string | null | false): Promise<OpenModel> {
  const loaded = native === false ? 'it is not wanted' : loadNative(native);
  if (typeof loaded !== 'string') {
    const session = await loaded.InferenceSession.create(model, {
      ...oneThread,
      // waiting for work by asking again and again would take a core of its own
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return { runtime: 'native', fellBack: null, session, Tensor: loaded.Tensor };
  }
  const { InferenceSession, Tensor, env } = loadWasm();
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(readFileSync(model), oneThread);
  return { runtime: 'wasm', fellBack: native === false ? null : loaded, session, Tensor };
}

/** Two were slower than one on a machine that does something else as well. */
const oneThread = { intraOpNumThreads: 1, interOpNumThreads: 1 } as const;

/** The runtime, or why there is none. */
function loadNative(named: string | null): Runtime | string {
  const own = join(beside, 'native.cjs');
  try {
    return require(named ?? (existsSync(join(beside, 'bin')) ? own : 'onnxruntime-node')) as Runtime;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'MODULE_NOT_FOUND') return `there is none for ${process.platform}-${process.arch} here`;
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function loadWasm(): Runtime {
  const own = join(beside, 'web.cjs');
  if (!existsSync(own)) return require('onnxruntime-web') as Runtime;
  const runtime = require(own) as Runtime;
  runtime.env.wasm.wasmPaths = pathToFileURL(`${beside}/`).href;
  runtime.env.wasm.wasmBinary = readFileSync(join(beside, 'ort-wasm-simd-threaded.wasm'));
  return runtime;
}
