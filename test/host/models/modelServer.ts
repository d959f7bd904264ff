import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  request as sendOn,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

export function sumOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A server of this machine alone. @returns its address. */
export async function serverThat(
  context: Pick<TestContext, 'after'>,
  answer: RequestListener,
): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Served {
  readonly address: string;
  /** `GET /path range`, in the order of the requests. */
  readonly asked: string[];
  /** Files by path; may change between two requests. */
  readonly files: Map<string, Buffer>;
  /** Bytes after which the connection breaks; `null` for none. */
  breaksAfter: number | null;
}

/** A server of files as the hubs of models are: with sums as ETags, and ranges. */
export async function fileServer(
  context: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Served> {
  const served: Served = {
    address: '',
    asked: [],
    files: new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
    breaksAfter: null,
  };
  const address = await serverThat(context, (request, response) => answer(served, request, response));
  return Object.assign(served, { address });
}

function answer(
  served: Served,
  { method, url = '', headers }: IncomingMessage,
  response: ServerResponse,
): void {
  served.asked.push(`${method ?? ''} ${url} ${headers.range ?? ''}`.trim());
  const file = served.files.get(url.slice(1));
  if (file === undefined) return void response.writeHead(404).end('no such file');
  const etag = `"${sumOf(file)}"`;
  const asked = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  const start = asked !== undefined && headers['if-range'] === etag ? Number(asked) : 0;
  if (start >= file.length && start > 0) return void response.writeHead(416).end();
  const type = { etag, 'content-type': 'application/octet-stream', 'content-length': file.length - start };
  if (start === 0) response.writeHead(200, type);
  else
    response.writeHead(206, { ...type, 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` });
  const end = served.breaksAfter === null ? file.length : Math.min(file.length, start + served.breaksAfter);
  response.write(file.subarray(start, end), () => {
    if (end < file.length) response.socket?.end();
    else response.end();
  });
}

/** A proxy for both kinds of addresses, to which every host is this machine. @returns its address and what it was asked. */
export async function proxyServer(
  context: Pick<TestContext, 'after'>,
): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(
      `${request.method ?? ''} ${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`.trim(),
    );
    const { hostname, port, pathname } = new URL(request.url ?? '');
    if (hostname === 'forbidden.example') return void response.writeHead(403).end();
    const { method, headers } = request;
    const onward = sendOn({ host: '127.0.0.1', port, path: pathname, method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(response);
    });
    request.pipe(onward);
  });
  const sockets = new Set<Socket>();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    if (host === 'forbidden.example') return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
