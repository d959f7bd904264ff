import { fingerprint } from '../fingerprint.ts';
import type { CompressionEdit } from './edited.ts';
import type { Compression, Engine, EngineId } from './engine.ts';
import { held } from './held.ts';

/** What a person took of a compression. */
export interface Taken {
  readonly engine: EngineId;
  /** `fingerprint` of the text that the edits are of. */
  readonly of: string;
  readonly edits: readonly CompressionEdit[];
  readonly rules: Compression['rules'];
}

/** Makes nothing of its own: a part of what another engine has made, held to the original once more. */
export function taking({ engine, of, edits, rules }: Taken): Engine {
  return {
    id: engine,
    compress: (task) =>
      Promise.resolve(
        fingerprint(task.text) === of
          ? { kind: 'compression', compression: held(task, edits, rules) }
          : { kind: 'failed', why: 'the prompt has changed since it was compressed' },
      ),
  };
}
