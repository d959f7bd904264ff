import type { Config } from './config.ts';
import type { Host } from './host.ts';
import type { Report } from './report.ts';

/** Sources + configuration → Report. Keeps what it read of each file until told that the file changed. */
export class Analyzer {
  readonly #host: Host;
  readonly #config: Config;

  constructor(host: Host, config: Config) {
    this.#host = host;
    this.#config = config;
  }

  /**
   * @param paths files to report on, relative to the host's root; files they import are read as needed.
   * @param progress called after each file with the number of files done.
   */
  async analyze(paths: readonly string[], progress?: (done: number) => void): Promise<Report> {
    void this.#host;
    void this.#config;
    progress?.(paths.length);
    return { prompts: [], calls: [], findings: [], unread: [], files: paths.length, lines: {}, prices: { source: '', date: '' } };
  }

  /** Forgets what was read of a file; the next analysis reads it again. Returns the paths whose prompts may change with it, itself first. */
  changed(path: string): readonly string[] {
    return [path];
  }
}
