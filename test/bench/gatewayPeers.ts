// node test/bench/gatewayPeers.ts: a provider that answers in pieces, and a bare pipe in front of it; says their ports.
import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stream as providers send them: so many pieces, so many milliseconds apart. */
const [pieces, apart] = [40, 20];
const piece = `data: ${JSON.stringify({
  ...{ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_793_600_000, model: 'gpt-4o' },
  choices: [{ index: 0, delta: { content: ' bread' }, finish_reason: null }],
})}\n\n`;
const usage = { prompt_tokens: 1200, completion_tokens: 40, total_tokens: 1240 };
const whole = JSON.stringify({
  ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_793_600_000, model: 'gpt-4o', usage },
  choices: [{ index: 0, message: { role: 'assistant', content: 'Rye.' }, finish_reason: 'stop' }],
});

const provider = await listening((incoming, response) => {
  let body = '';
  incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
  incoming.on('end', () => {
    if (!body.includes('"stream":true')) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(whole);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    let sent = 0;
    const timer = setInterval(() => {
      response.write(piece);
      if (++sent < pieces) return;
      clearInterval(timer);
      response.end(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
    }, apart);
  });
});

/** What any proxy costs: two connections and a pipe each way. */
const pipe = await listening((incoming, response) => {
  const { method = 'GET', url = '/', headers } = incoming;
  const outgoing = request({ host: '127.0.0.1', port: provider, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(outgoing);
});

process.stdout.write(`${JSON.stringify({ provider, pipe })}\n`);

async function listening(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
