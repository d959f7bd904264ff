import type * as vscode from 'vscode';
import { apis, providerNames, type ProviderName } from '../host/providers/apis.ts';
import { connect, type Connecting } from '../host/providers/connect.ts';
import type { KeyFrom } from './providerSentences.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A connection, and where its key is from; `no key` where there is none. */
export type Keyed = Connecting & { readonly keyFrom: KeyFrom };

/**
 * Keys of providers: from the editor's secret storage, or else from the environment of the extension host. No key is ever
 * read from a setting or from the workspace, and none is written to a log. Beside them, which providers a person has
 * allowed to be asked without a question.
 */
export class ProviderKeys {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;
  readonly #env: Env;

  constructor({ secrets, globalState }: Pick<vscode.ExtensionContext, 'secrets' | 'globalState'>, env: Env) {
    this.#secrets = secrets;
    this.#state = globalState;
    this.#env = env;
  }

  /** `null` where there is no key for the provider. */
  async connect(name: ProviderName): Promise<Keyed | null> {
    const [variable, ...others] = apis[name].keys;
    const secret = await this.#secrets.get(secretOf(name));
    const inEnv = [variable, ...others].some((one) => (this.#env[one]?.trim() ?? '') !== '');
    if (secret === undefined && !inEnv) return null;
    const env = secret === undefined ? this.#env : { ...this.#env, [variable]: secret };
    return { ...connect(name, env, null), keyFrom: secret === undefined ? 'environment' : 'secrets' };
  }

  set(name: ProviderName, key: string): Thenable<void> {
    return this.#secrets.store(secretOf(name), key);
  }

  /** Keys and permissions, of all providers. */
  async forget(): Promise<void> {
    for (const name of providerNames) await this.#secrets.delete(secretOf(name));
    await this.#state.update(permissions, undefined);
  }

  /** Whether a person has allowed texts to be sent to this address of a provider without being asked each time. */
  mayAlwaysAsk(name: ProviderName, base: string): boolean {
    return this.#state.get<readonly string[]>(permissions, []).includes(`${name} ${base}`);
  }

  allow(name: ProviderName, base: string): Thenable<void> {
    const known = this.#state.get<readonly string[]>(permissions, []);
    return this.#state.update(permissions, [...new Set([...known, `${name} ${base}`])]);
  }
}

const permissions = 'promptmeter.mayAskProviders';

function secretOf(name: ProviderName): string {
  return `promptmeter.key.${name}`;
}
