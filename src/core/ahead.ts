import { flatten } from './cache/flatten.ts';
import { draftOf } from './compress/draft.ts';
import type { Config } from './config.ts';
import { modelFor } from './meter.ts';
import type { Candidate } from './prompts/candidate.ts';
import type { ReadResult } from './prompts/record.ts';
import { rules } from './rules/index.ts';
import { settingFor } from './rules/settings.ts';
import type { Shortening, Wording } from './rules/wording.ts';
import type { TokenCounter } from './tokens/count.ts';
import { resolveAlias } from './tokens/modelId.ts';

/**
 * Counts the texts of a file, and looks how they could be shorter, as soon as the file is read: while others read on,
 * and not when all of them have ended. What it finds is kept by whoever is asked for it later. What becomes of a prompt,
 * such as its model, another file may still tell; then it was looked at in vain, and nothing else.
 */
export class Ahead {
  readonly #config: Config;
  readonly #counter: TokenCounter;
  readonly #wording: Wording;
  /** What the rules that are on will ask for. */
  readonly #kinds: readonly Shortening[];

  constructor(config: Config, counter: TokenCounter, wording: Wording) {
    this.#config = config;
    this.#counter = counter;
    this.#wording = wording;
    this.#kinds = rules.flatMap((rule) =>
      rule.shortens === undefined || settingFor(rule, config.rules) === null ? [] : [rule.shortens],
    );
  }

  /** Takes what was read of a file. */
  take(result: ReadResult): void {
    if (result.kind !== 'record') return;
    for (const { reading } of result.record.versions)
      for (const candidate of reading.candidates) this.#look(candidate);
  }

  #look({ path, names, model, segments }: Candidate): void {
    const seen = modelFor(`${path}#${names}`, model, this.#config);
    const id = seen === null ? null : resolveAlias(seen.id, this.#config.models.aliases);
    this.#counter.countSegments(flatten(segments).segments, id);
    if (this.#kinds.length === 0) return;
    const { text } = draftOf(segments);
    for (const kind of this.#kinds) this.#wording.shorten(text, id, kind);
  }
}
