import type { Metering } from '../core/report.ts';

interface CallsOf {
  /** With their models and prompts, as a text. */
  readonly calls: string;
  /** The other files whose prompts they send. */
  readonly files: ReadonlySet<string>;
}

/** The calls of each file as they were last read. One that is new, gone or has another model changes prompts in other files than its own. */
export class SeenCalls {
  readonly #byFile = new Map<string, CallsOf>();

  /** Takes in the calls of a file. @returns the other files whose prompts may have changed with them. */
  compare(path: string, { calls }: Metering): readonly string[] {
    const own = calls.filter((call) => call.path === path).map(({ model, prompts }) => ({ model, prompts }));
    const sent = own.flatMap(({ prompts }) => prompts.map((id) => id.slice(0, id.lastIndexOf('#'))));
    const now = { calls: JSON.stringify(own), files: new Set(sent.filter((file) => file !== path)) };
    const before = this.#byFile.get(path);
    this.#byFile.set(path, now);
    return before?.calls === now.calls ? [] : [...new Set([...(before?.files ?? []), ...now.files])];
  }
}
