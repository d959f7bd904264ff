import { demandsOf } from '../core/compress/demands.ts';
import type { Engine, EngineId, Watch } from '../core/compress/engine.ts';
import { groupsOf, type EditGroup } from '../core/compress/groups.ts';
import { viewOfTask } from '../core/compress/held.ts';
import type { Level } from '../core/compress/lexicons/lexicon.ts';
import { lexical } from '../core/compress/lexical.ts';
import { taking, type Taken } from '../core/compress/taken.ts';
import { FileCompressor, type CompressedPrompt } from '../core/compressing.ts';
import type { Config } from '../core/config.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { Host } from '../core/host.ts';
import type { MeteredPrompt } from '../core/report.ts';
import type { SyntaxParser } from '../core/source/parser.ts';
import type { LastScorer, ScorerWish } from './scorer/lastScorer.ts';

/** One prompt and how it could be shorter, as plain data. */
export interface PromptCompression extends Omit<CompressedPrompt, 'task'> {
  readonly engine: EngineId;
  /** Why a scoring model runs as WebAssembly, which is slower; `null` where it does not, or where there is none. */
  readonly slow: string | null;
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
  /** What all files together tell of it; `null` where nobody knows. */
  readonly known: MeteredPrompt | null;
  /** Where set, the words go that this model scores low; else rules shorten the prompt. */
  readonly scorer: ScorerWish | null;
  /** Where set, no engine runs: these edits are held to the prompt, and written. */
  readonly taken: Taken | null;
}

/** What a thread has for the files of a folder, and for whoever waits. */
export interface CompressMeans {
  readonly host: Host;
  readonly config: Config;
  readonly parser: SyntaxParser;
  readonly scorer: LastScorer;
  readonly watch: Watch;
}

/** @returns `null` when the prompt is not there any more. @throws Error with a fragment that says why there is no answer. */
export async function compressPrompt(
  { host, config, parser, scorer, watch }: CompressMeans,
  { path, id, level, known, scorer: wish, taken }: CompressQuestion,
): Promise<PromptCompression | null> {
  const compressor = await FileCompressor.open(host, config, { parser });
  const engine = engineFor(taken, wish, scorer);
  const file = await compressor.compress({
    path,
    wanted: (prompt) => prompt.id === id,
    level,
    model: config.defaultModel,
    known: known === null ? [] : [known],
    engine,
    watch,
  });
  if ('why' in file) throw new Error(file.why);
  const [found] = file.prompts;
  if (found === undefined) return null;
  const { task, ...plain } = found;
  return {
    ...plain,
    engine: engine.id,
    slow: engine.id === 'llmlingua2' ? scorer.slow : null,
    demands: demandsOf(viewOfTask(task)),
    groups: groupsOf(task.text, found.compression.edits, task.count),
    of: fingerprint(task.text),
    madeFor: fingerprint(file.before),
    after: file.after,
  };
}

function engineFor(taken: Taken | null, wish: ScorerWish | null, scorer: LastScorer): Engine {
  if (taken !== null) return taking(taken);
  return wish === null ? lexical : scorer.engine(wish);
}
