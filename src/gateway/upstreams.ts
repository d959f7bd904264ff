/** Where requests are passed on to. */
export interface Upstream {
  /** What stands for it in the gateway's own addresses. */
  readonly name: string;
  /** `https://host/path`, without a slash or a version such as `/v1` at its end. */
  readonly base: string;
  /** `/v1`, or nothing: what stands at the end of the address that an SDK is given. */
  readonly version: string;
  /** Who answers, as the price list calls it; else the name above. */
  readonly provider: string;
}

export type ReadUpstream =
  | { readonly kind: 'upstream'; readonly upstream: Upstream }
  | { readonly kind: 'problem'; readonly why: 'form' | 'name' | 'address' | 'secret' };

/** `NAME=URL`, with the address that an SDK would be given in the place of the gateway's. */
export function readUpstream(stated: string): ReadUpstream {
  const at = stated.indexOf('=');
  if (at < 1) return { kind: 'problem', why: 'form' };
  const [name, address] = [stated.slice(0, at), stated.slice(at + 1)];
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) return { kind: 'problem', why: 'name' };
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return { kind: 'problem', why: 'address' };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { kind: 'problem', why: 'secret' };
  return { kind: 'upstream', upstream: upstream(name, url.href) };
}

/** Those that are built in, and the person's own over them. */
export function withOwn(own: readonly Upstream[]): ReadonlyMap<string, Upstream> {
  return new Map([...builtIn, ...own].map((one) => [one.name, one]));
}

/** The variable from which SDKs take their address. @param name of an upstream. */
export function variableOf(name: string): string {
  if (name === 'gemini') return 'GOOGLE_GEMINI_BASE_URL';
  return `${name.toUpperCase().replaceAll('-', '_')}_BASE_URL`;
}

function upstream(name: string, address: string): Upstream {
  const bare = address.replace(/\/+$/, '');
  const version = /\/v\d+[a-z0-9]*$/.exec(bare)?.[0] ?? '';
  return {
    ...{ name, version, base: bare.slice(0, bare.length - version.length) },
    provider: hosts.get(new URL(bare).hostname) ?? names.get(name) ?? name,
  };
}

/** Ids of the price list, by the host that a provider answers at. */
const hosts: ReadonlyMap<string, string> = new Map([
  ['api.openai.com', 'openai'],
  ['api.anthropic.com', 'anthropic'],
  ['generativelanguage.googleapis.com', 'google'],
  ['api.groq.com', 'groq'],
  ['api.mistral.ai', 'mistral'],
  ['api.deepseek.com', 'deepseek'],
  ['api.x.ai', 'x-ai'],
  ['api.together.xyz', 'together'],
  ['api.fireworks.ai', 'fireworks'],
  ['api.cerebras.ai', 'cerebras'],
  ['api.perplexity.ai', 'perplexity'],
  ['api.moonshot.ai', 'moonshotai'],
  ['openrouter.ai', 'openrouter'],
]);

const names: ReadonlyMap<string, string> = new Map([['gemini', 'google']]);

/** The providers whose SDKs need nothing but a variable in the environment. */
const builtIn: readonly Upstream[] = [
  upstream('openai', 'https://api.openai.com/v1'),
  upstream('anthropic', 'https://api.anthropic.com'),
  upstream('gemini', 'https://generativelanguage.googleapis.com'),
];
