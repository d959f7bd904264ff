/** What a proxy says, or that it is none, is no answer of the server. The message is a fragment of a sentence. */
export class ProxyError extends Error {
  /** As for the errors of the system, for those who tell an error by its code. */
  readonly code: string;

  constructor(message: string) {
    super(message);
    this.code = message;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address; `null` for none. Small letters win over capital ones, and
 * `NO_PROXY` over all. This machine itself is always asked directly.
 * @param stated named by a person for all addresses, as the editor's `http.proxy` is; stronger than the environment.
 * @throws ProxyError where what names it is none; it may hold a password, and is told to nobody.
 * @see https://about.gitlab.com/blog/we-need-to-talk-no-proxy/ (2026-11-22) for what is common among programs.
 */
export function proxyFor(url: URL, env: Environment, stated: string | null = null): URL | null {
  const host = bareHost(url.hostname).toLowerCase();
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return null;
  if (isExempt(host, portOf(url), named(env, 'no_proxy'))) return null;
  const address = stated ?? named(env, `${url.protocol.slice(0, -1)}_proxy`) ?? named(env, 'all_proxy');
  if (address === null) return null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(whole))
    throw new ProxyError(
      'what names the proxy is no address: write it as http://host:port into HTTPS_PROXY, or http.proxy in the editor',
    );
  const proxy = new URL(whole);
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy;
  throw new ProxyError(
    `a proxy of the kind ${proxy.protocol.slice(0, -1)} is not known here: name one with http://`,
  );
}

/** As a socket wants it: an address of IPv6 without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

export function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** The header that a proxy wants where its address holds a name and a password. */
export function authorization(proxy: URL): readonly string[] {
  const credentials = credentialsOf(proxy);
  return credentials === null ? [] : ['Proxy-Authorization', credentials];
}

/** The name and the password of an address, as a header says them. */
export function credentialsOf({ username, password }: URL): string | null {
  if (username === '') return null;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

/** A percent sign that somebody wrote into their password as it is stands for itself. */
function decoded(part: string): string {
  return part.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}

function named(env: Environment, variable: string): string | null {
  const small = env[variable]?.trim() ?? '';
  const value = small === '' ? (env[variable.toUpperCase()]?.trim() ?? '') : small;
  return value === '' ? null : value;
}

/** `NO_PROXY` is a list of hosts, each with the ones below it; `*` is all of them. */
function isExempt(host: string, port: number, list: string | null): boolean {
  return (list ?? '').split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const bare = name.replace(/^\*?\./, '');
    if (bare === '' || (only !== undefined && Number(only) !== port)) return false;
    return host === bare || host.endsWith(`.${bare}`);
  });
}
