/**
 * What holds for one connection only, and is not passed on.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 (2026-11-22)
 */
const ofOneConnection: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/** What the application says about a call, for the ledger alone. */
const ours = 'x-promptmeter-';

/** Names and values in turn, as Node has them raw: every one that the provider is to see, as it was written. */
export function toProvider(raw: readonly string[], host: string, token: string): string[] {
  // The server here has answered `Expect` already.
  const kept = passedOn(raw, (name, value) => {
    // What opened our own door opens none of a provider's.
    if (name === 'authorization' && value.endsWith(` ${token}`)) return false;
    return name !== 'host' && name !== 'expect' && !name.startsWith(ours);
  });
  const isChunked = pairs(raw).some(([name]) => name.toLowerCase() === 'transfer-encoding');
  // Node frames no body of a method that seldom has one unless it is told: it would read as a request of its own.
  return ['Host', host, ...kept, ...(isChunked ? ['Transfer-Encoding', 'chunked'] : [])];
}

/** The same of an answer, for the client. */
export function toClient(raw: readonly string[]): string[] {
  return passedOn(raw, () => true);
}

function passedOn(raw: readonly string[], isWanted: (name: string, value: string) => boolean): string[] {
  const named = pairs(raw)
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) =>
      value
        .toLowerCase()
        .split(',')
        .map((one) => one.trim()),
    );
  const kept = pairs(raw).filter(([name, value]) => {
    const lower = name.toLowerCase();
    return !ofOneConnection.has(lower) && !named.includes(lower) && isWanted(lower, value);
  });
  return kept.flat();
}

function pairs(raw: readonly string[]): [name: string, value: string][] {
  const found: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) found.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return found;
}
