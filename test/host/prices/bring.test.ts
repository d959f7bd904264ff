import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { bringPrices } from '../../../src/host/prices/bring.ts';
import { longestList } from '../../../src/host/prices/stored.ts';
import { folderWith } from '../folder.ts';

/** A server of this machine alone. @returns its address. */
async function serverThat(context: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function whyNot(from: string, milliseconds = 5000): Promise<string> {
  const brought = await bringPrices(from, {}, milliseconds);
  return brought.kind === 'problem' ? brought.why : assert.fail('it was taken');
}

const json = { 'content-type': 'application/json' };

describe('a list is taken from a server', () => {
  it('that answers with JSON', async (context) => {
    const address = await serverThat(context, (_, response) =>
      response.writeHead(200, json).end('{"loaf":3}'),
    );
    const brought = await bringPrices(address, {});
    assert.ok(brought.kind === 'data');
    assert.deepEqual(brought.data, { loaf: 3 });
    // printf '{"loaf":3}' | sha256sum
    assert.match(brought.sha256, /^[0-9a-f]{64}$/);
  });

  it('that leads elsewhere, but not in circles', async (context) => {
    const address = await serverThat(context, ({ url }, response) => {
      if (url === '/new') response.writeHead(200, json).end('{}');
      else response.writeHead(302, { location: url === '/old' ? '/new' : '/circle' }).end();
    });
    assert.equal((await bringPrices(`${address}/old`, {})).kind, 'data');
    assert.match(await whyNot(`${address}/circle`), /from one address to the next, more than 5 times/);
  });
});

describe('no list is taken that nobody could have meant', () => {
  it('of brackets inside of brackets', async (context) => {
    const folder = folderWith(context, {
      'prices.json': '['.repeat(200_000),
      'loaf.json': '"'.repeat(200_000),
    });
    assert.match(await whyNot(join(folder, 'prices.json')), /nested deeper than in any price list/);
    assert.match(await whyNot(join(folder, 'loaf.json')), /no valid JSON/);
  });

  it('from an address with a password', async () => {
    assert.match(await whyNot('https://baker:flour@127.0.0.1/'), /a name or password is not read/);
    assert.match(await whyNot('https://'), /no address/);
  });
});

describe('no list is taken from a server', () => {
  it('that answers with a web page', async (context) => {
    const page = await serverThat(context, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
    );
    assert.match(await whyNot(page), /answered with text\/html, not with JSON/);
    const disguised = await serverThat(context, (_, response) =>
      response.writeHead(200, json).end('<html></html>'),
    );
    assert.match(await whyNot(disguised), /a web page, not JSON/);
  });

  it('that is slow', async (context) => {
    const address = await serverThat(context, (_, response) => void response.writeHead(200, json).write('{'));
    assert.match(await whyNot(address, 200), /took longer than 0.2 seconds/);
  });

  it('that says more than any list', async (context) => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const address = await serverThat(context, (_, response) => {
      response.writeHead(200, json);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    assert.match(await whyNot(address, 30_000), new RegExp(`longer than ${longestList / 1024 / 1024} MB`));
  });

  it('that breaks off', async (context) => {
    const address = await serverThat(context, (_, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"loaf":');
      setTimeout(() => response.destroy(), 20);
    });
    assert.match(await whyNot(address), /broke off/);
  });

  it('that refuses, or is not there', async (context) => {
    const address = await serverThat(context, (_, response) => response.writeHead(403).end());
    assert.match(await whyNot(address), /answered 403/);
    assert.match(await whyNot('http://127.0.0.1:1'), /could not be reached/);
  });
});

describe('a list in a file', () => {
  it('is read', async (context) => {
    const folder = folderWith(context, {
      'prices.json': '{"loaf":3}',
      'half.json': '{"loaf":',
      'twice.json': '{"loaf":3,"loaf":4}',
    });
    assert.equal((await bringPrices(join(folder, 'prices.json'), {})).kind, 'data');
    assert.match(await whyNot(join(folder, 'half.json')), /no valid JSON, or broke off/);
    assert.match(await whyNot(join(folder, 'twice.json')), /it states "loaf" twice/);
    assert.match(await whyNot(join(folder, 'none.json')), /there is no such file/);
    assert.match(await whyNot(folder), /a folder/);
    assert.match(await whyNot('ftp://127.0.0.1/prices.json'), /only http and https/);
  });
});
