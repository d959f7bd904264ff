import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

export const order = {
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'When is the rye bread baked?' }],
};

export function post(url: string, body: object | Buffer, options: RequestInit = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...options.headers };
  const bytes = Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body);
  return fetch(url, { method: 'POST', body: bytes, ...options, headers });
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What comes over the wire, which `fetch` would decompress. */
export async function rawAnswer(url: URL, body: string): Promise<Buffer> {
  const asking = request(url, { method: 'POST', headers: { 'Content-Type': 'application/json' } });
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
