import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { writing } from '../../../src/host/endpoint/write.ts';

const conversation = [
  { role: 'system', text: 'Shorten.' },
  { role: 'user', text: 'A berth.' },
] as const;
const never = new AbortController().signal;

describe('an endpoint', () => {
  it('is asked as chat completions are, with its key', async () => {
    const seen: unknown[] = [];
    await using server = await serving((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
        response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'Berth.' } }] }));
      });
    });
    const write = writing({ base: `${server.base}/v1`, model: 'harbour-7b', key: 'sk-quay', env: {} });
    assert.equal(await write(conversation, never), 'Berth.');
    assert.deepEqual(seen, [
      [
        'POST',
        '/v1/chat/completions',
        'Bearer sk-quay',
        {
          model: 'harbour-7b',
          messages: [
            { role: 'system', content: 'Shorten.' },
            { role: 'user', content: 'A berth.' },
          ],
          stream: false,
        },
      ],
    ]);
  });

  const faults: Readonly<Record<string, readonly [RequestListener, RegExp]>> = {
    'answers with HTML': [
      (_, r) => void r.end('<html>Welcome</html>'),
      /is no chat completion \(it begins "<html>/,
    ],
    'answers with nothing': [(_, r) => void r.end(JSON.stringify({ choices: [] })), /is no chat completion/],
    'refuses the key': [(_, r) => void r.writeHead(401).end('no'), /does not take the key \(401\)/],
    'repeats the key': [(_, r) => void r.writeHead(500).end('bad key sk-quay'), /answered 500: bad key …$/],
    'knows no such model': [(_, r) => void r.writeHead(404).end(), /404.*--endpoint-model/],
    'sends elsewhere': [
      (_, r) => void r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /leads elsewhere/,
    ],
    'answers without end': [
      (_, r) => {
        const more = (): void => {
          while (!r.destroyed && r.write('x'.repeat(65_536)));
        };
        r.on('drain', more);
        more();
      },
      /longer than 1048576 bytes/,
    ],
    'never answers': [() => undefined, /took too long to answer/],
  };
  for (const [what, [listener, why]] of Object.entries(faults))
    it(`that ${what} is told of in a sentence`, async () => {
      await using server = await serving(listener);
      const write = writing({
        base: server.base,
        model: 'harbour-7b',
        key: 'sk-quay',
        env: {},
        patience: 2000,
      });
      await assert.rejects(write(conversation, never), (error: Error) => {
        assert.match(error.message, why);
        assert.doesNotMatch(error.message, /sk-quay/);
        return true;
      });
    });

  it('that is not there is told of', async () => {
    const write = writing({ base: 'http://127.0.0.1:1', model: 'harbour-7b', key: null, env: {} });
    await assert.rejects(
      write(conversation, never),
      /127\.0\.0\.1:1 cannot be reached: is the server running\?/,
    );
  });
});

async function serving(listener: RequestListener): Promise<AsyncDisposable & { readonly base: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
