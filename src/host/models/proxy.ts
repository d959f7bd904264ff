type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as curl reads it: in lower case or upper case, and none for hosts of
 * `NO_PROXY`. @param stated named by a person for all addresses, as the editor's `http.proxy` is; stronger.
 * @returns `no address` where what names it is none; it may hold a password, and is told to nobody.
 */
export function proxyFor(
  url: URL,
  env: Environment,
  stated: string | null = null,
): URL | 'no address' | null {
  if (isExempt(url, named(env, 'no_proxy'))) return null;
  const variable = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const address = stated ?? named(env, variable) ?? named(env, 'all_proxy');
  if (address === null) return null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  return URL.canParse(whole) ? new URL(whole) : 'no address';
}

function named(env: Environment, variable: string): string | null {
  const value = (env[variable] ?? env[variable.toUpperCase()] ?? '').trim();
  return value === '' ? null : value;
}

/** `NO_PROXY` is a list of hosts, each with the ones below it; `*` is all of them. */
function isExempt({ hostname, port, protocol }: URL, list: string | null): boolean {
  const open = port === '' ? { 'https:': '443', 'http:': '80' }[protocol] : port;
  return (list ?? '').split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const host = name.replace(/^\*?\./, '');
    if (host === '' || (only !== undefined && only !== open)) return false;
    return hostname === host || hostname.endsWith(`.${host}`);
  });
}
