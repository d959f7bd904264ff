import { apis, type ProviderName } from './apis.ts';
import type { Connection } from './ask.ts';

export type Connecting =
  | { readonly kind: 'connection'; readonly connection: Connection }
  /** A sentence that says what to do. */
  | { readonly kind: 'problem'; readonly why: string };

/**
 * Key and address of a provider. Neither is ever taken from the workspace.
 * @param stated the address that a person gave on the command line.
 */
export function connect(
  name: ProviderName,
  env: Readonly<Record<string, string | undefined>>,
  stated: string | null,
): Connecting {
  const api = apis[name];
  const key = api.keys.map((variable) => env[variable]?.trim() ?? '').find((value) => value !== '');
  if (key === undefined)
    return {
      kind: 'problem',
      why: `asking ${name} needs a key: set ${api.keys.join(' or ')} in the environment`,
    };
  if (/[^\x21-\x7e]/.test(key))
    return { kind: 'problem', why: `the key for ${name} holds characters that no key has: copy it again` };
  const base = baseOf(name, env, stated);
  const problem = addressProblem(base);
  if (problem !== null) return { kind: 'problem', why: `${JSON.stringify(base)} ${problem}` };
  return { kind: 'connection', connection: { api, base, key, env } };
}

/** The address that is asked, without a slash at its end. */
export function baseOf(
  name: ProviderName,
  env: Readonly<Record<string, string | undefined>>,
  stated: string | null = null,
): string {
  const { base, baseVariable } = apis[name];
  return ((stated ?? env[baseVariable]?.trim()) || base).replace(/\/+$/, '');
}

/** Completes "the address …"; `null` where a key may be sent to it. */
export function addressProblem(base: string): string | null {
  if (!URL.canParse(base)) return 'is no address: write https://…';
  const { protocol, hostname, username, password } = new URL(base);
  if (username !== '' || password !== '')
    return 'holds a name or password: the key belongs into the environment';
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && local)) return null;
  return 'would send the key in the open: write https://…';
}
