import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export type Reply = (asked: Asked, response: ServerResponse) => void;

/** A provider on this machine that speaks real HTTP and says what the test wants. */
export interface FakeProvider {
  readonly base: string;
  readonly asked: readonly Asked[];
  reply: Reply;
}

export async function fakeProvider(context: Pick<TestContext, 'after'>, reply: Reply): Promise<FakeProvider> {
  const asked: Asked[] = [];
  const fake = { base: '', asked, reply };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const one = { path: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      fake.reply(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  fake.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

export function sends(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** The text of a request, in the form of any of the providers. */
export function textOf(body: unknown): string {
  const { messages, input, contents } = body as {
    messages?: [{ content: string }];
    input?: string;
    contents?: [{ parts: [{ text: string }] }];
  };
  return messages?.[0].content ?? input ?? contents?.[0].parts[0].text ?? '';
}

/** Counts words, and seven for what stands around them. */
export const countsWords: Reply = ({ body }, response) => {
  const tokens = textOf(body).split(/\s+/).filter(Boolean).length + 7;
  sends(200, { input_tokens: tokens, totalTokens: tokens })({ path: '', headers: {}, body }, response);
};
