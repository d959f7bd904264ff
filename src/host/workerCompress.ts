import { demandsOf } from '../core/compress/demands.ts';
import type { EngineId } from '../core/compress/engine.ts';
import { groupsOf, type EditGroup } from '../core/compress/groups.ts';
import { viewOfTask } from '../core/compress/held.ts';
import type { Level } from '../core/compress/lexicons/lexicon.ts';
import { taking, type Taken } from '../core/compress/taken.ts';
import { FileCompressor, type CompressedPrompt } from '../core/compressing.ts';
import type { Config } from '../core/config.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { Host } from '../core/host.ts';
import type { SyntaxParser } from '../core/source/parser.ts';

/** One prompt and how it could be shorter, as plain data. */
export interface PromptCompression extends Omit<CompressedPrompt, 'task'> {
  readonly engine: EngineId;
  readonly groups: readonly EditGroup[];
  /** See `demandsOf`. */
  readonly demands: readonly string[];
  /** `fingerprint` of the prompt's text. */
  readonly of: string;
  /** `fingerprint` of the file that the edits are of. */
  readonly madeFor: string;
  /** The whole file, edited. */
  readonly after: string;
}

export interface CompressQuestion {
  readonly path: string;
  readonly id: string;
  readonly level: Level;
  /** Where set, no engine runs: these edits are held to the prompt, and written. */
  readonly taken: Taken | null;
}

/** @returns `null` when the prompt is not there any more. @throws Error with a fragment that says why there is no answer. */
export async function compressPrompt(
  { host, config, parser }: { readonly host: Host; readonly config: Config; readonly parser: SyntaxParser },
  { path, id, level, taken }: CompressQuestion,
): Promise<PromptCompression | null> {
  const compressor = await FileCompressor.open(host, config, { parser });
  const file = await compressor.compress({
    path,
    wanted: (prompt) => prompt.id === id,
    level,
    model: config.defaultModel,
    ...(taken && { engine: taking(taken) }),
  });
  if ('why' in file) throw new Error(file.why);
  const [found] = file.prompts;
  if (found === undefined) return null;
  const { task, ...plain } = found;
  return {
    ...plain,
    engine: taken?.engine ?? 'lexical',
    demands: demandsOf(viewOfTask(task)),
    groups: groupsOf(task.text, found.compression.edits, task.count),
    of: fingerprint(task.text),
    madeFor: fingerprint(file.before),
    after: file.after,
  };
}
