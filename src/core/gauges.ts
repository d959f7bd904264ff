import type { Config } from './config.ts';
import type { Host } from './host.ts';
import { Catalog } from './prices/catalog.ts';
import { Wording } from './rules/wording.ts';
import { TokenCounter } from './tokens/count.ts';

/** What numbers and findings are made with, each loaded when it is first needed: once for all analyzers of a configuration. */
export class Gauges {
  readonly #host: Host;
  readonly #config: Config;
  #catalog: Catalog | null = null;
  #counter: TokenCounter | null = null;
  #wording: Wording | null = null;

  constructor(host: Host, config: Config) {
    this.#host = host;
    this.#config = config;
  }

  async catalog(): Promise<Catalog> {
    return (this.#catalog ??= await Catalog.open(this.#config, this.#host));
  }

  async counter(): Promise<TokenCounter> {
    return (this.#counter ??= await TokenCounter.open(this.#host, this.#config));
  }

  async wording(): Promise<Wording> {
    const counter = await this.counter();
    return (this.#wording ??= new Wording(counter));
  }
}
