import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { order, post } from './asking.ts';
import { FakeProvider } from './fakeProvider.ts';
import { openBakery } from './running.ts';

describe('the proxy of the system', () => {
  it('is told the whole address of what is not encrypted, with its name and password', async (test) => {
    const proxy = await FakeProvider.start(test);
    const http_proxy = proxy.url.replace('//', '//baker:open%sesame@');
    const { gateway, calls } = await openBakery(test, { env: { http_proxy } }, 'http://oven.example');
    assert.equal((await post(`${gateway.url}/openai/v1/chat/completions`, order)).status, 200);
    const [received] = proxy.received;
    assert.equal(received?.path, 'http://oven.example/v1/chat/completions');
    assert.equal(received.headers.host, 'oven.example');
    assert.equal(
      received.headers['proxy-authorization'],
      `Basic ${Buffer.from('baker:open%sesame').toString('base64')}`,
    );
    assert.equal((await calls())[0]?.['input'], 1200);
  });

  it('is asked for a tunnel to what is encrypted, and its refusal is said', async (test) => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', ({ url }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
    test.after(() => proxy.close());
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const https_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { gateway } = await openBakery(test, { env: { https_proxy } }, 'https://oven.example');
    const refused = await post(`${gateway.url}/openai/v1/chat/completions`, order);
    assert.equal(refused.status, 502);
    assert.match(
      await refused.text(),
      /could not reach oven\.example \(the proxy 127\.0\.0\.1:\d+ answered 407\)/,
    );
    assert.deepEqual(asked, ['oven.example:443']);
  });
});
