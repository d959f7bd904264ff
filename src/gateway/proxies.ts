/**
 * The proxy that the system wants for an address; `null` for none. Small letters win over capital ones, and `NO_PROXY`
 * over both. This machine itself is always asked directly.
 * @see https://about.gitlab.com/blog/we-need-to-talk-no-proxy/ (2026-11-22) for what is common among programs.
 */
export function proxyFor(target: URL, env: Readonly<Record<string, string | undefined>>): URL | null {
  const host = target.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return null;
  const value = (name: string) => env[name] || env[name.toUpperCase()] || null;
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  const exempt = (value('no_proxy') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (exempt.some((one) => isExempt(one.toLowerCase(), host, port))) return null;
  const stated = value(`${target.protocol.slice(0, -1)}_proxy`) ?? value('all_proxy');
  if (stated === null) return null;
  const address = stated.includes('://') ? stated : `http://${stated}`;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  return proxy !== null && /^https?:$/.test(proxy.protocol) ? proxy : null;
}

/** `example.com` also means what is below it, as `.example.com` and `*.example.com` do. */
function isExempt(pattern: string, host: string, port: string): boolean {
  if (pattern === '*') return true;
  const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
  if (only !== undefined && only !== port) return false;
  const bare = name.replace(/^\*?\./, '');
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}
