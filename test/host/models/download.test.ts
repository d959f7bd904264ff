import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { say } from '../../../src/cli/sentences.ts';
import { sayOfScorers } from '../../../src/editor/scorerSentences.ts';
import {
  download,
  machineReason,
  type Download,
  type Downloaded,
} from '../../../src/host/models/download.ts';
import { folderWith } from '../folder.ts';
import { fileServer, proxyServer, serverThat, sumOf } from './modelServer.ts';

const flour = Buffer.alloc(3_000_000, 'flour and water, ');

describe('a download', () => {
  it('brings a file, and says how far it is', async (context) => {
    const { address } = await fileServer(context, { flour });
    const wanted = want(context, `${address}/flour`, { sha256: sumOf(flour).toUpperCase() });
    const seen: [number, number][] = [];
    const outcome = await download({
      ...wanted,
      watch: { ...wanted.watch, progress: (...now) => seen.push(now) },
    });
    assert.deepEqual(outcome, { kind: 'file', sha256: sumOf(flour), bytes: flour.length });
    assert.deepEqual(readFileSync(wanted.path), flour);
    assert.deepEqual(seen.at(-1), [flour.length, flour.length]);
    assert.equal(existsSync(`${wanted.path}.etag`), false);
  });

  it('goes on where the last one broke off', async (context) => {
    const served = await fileServer(context, { flour });
    const wanted = want(context, `${served.address}/flour`, { sha256: sumOf(flour) });
    served.breaksAfter = 1_500_000;
    assert.match(whyNot(await download(wanted)), /^the answer broke off: run it again to go on from there$/);
    const begun = readFileSync(wanted.path).length;
    assert.ok(begun > 0 && begun <= 1_500_000);
    served.breaksAfter = null;
    assert.equal((await download(wanted)).kind, 'file');
    assert.deepEqual(readFileSync(wanted.path), flour);
    assert.deepEqual(served.asked, ['GET /flour', `GET /flour bytes=${begun}-`]);
  });

  it('begins again where the server has another file by now', async (context) => {
    const served = await fileServer(context, { flour });
    const wanted = want(context, `${served.address}/flour`);
    served.breaksAfter = 1_500_000;
    await download(wanted);
    served.breaksAfter = null;
    served.files.set('flour', Buffer.from('rye'));
    assert.deepEqual(await download(wanted), { kind: 'file', sha256: sumOf('rye'), bytes: 3 });
    assert.equal(readFileSync(wanted.path, 'utf8'), 'rye');
  });

  it('begins again where what is here is as long as the file, and says nothing of it', async (context) => {
    const served = await fileServer(context, { flour: 'rye' });
    const wanted = want(context, `${served.address}/flour`);
    writeFileSync(wanted.path, 'oat');
    writeFileSync(`${wanted.path}.etag`, `"${sumOf('rye')}"`);
    assert.deepEqual(await download(wanted), { kind: 'file', sha256: sumOf('rye'), bytes: 3 });
    assert.deepEqual(served.asked, ['GET /flour bytes=3-', 'GET /flour']);
  });

  it('throws away what is not the file that it should be', async (context) => {
    const { address } = await fileServer(context, { flour });
    const wanted = want(context, `${address}/flour`, { sha256: sumOf('rye') });
    assert.match(
      whyNot(await download(wanted)),
      new RegExp(
        `its SHA-256 is ${sumOf(flour)}, and ${sumOf('rye')} was expected; what came was thrown away`,
      ),
    );
    assert.equal(existsSync(wanted.path), false);
  });

  it('follows where the server leads, but not in circles', async (context) => {
    const { address } = await fileServer(context, { flour });
    const leads = await serverThat(context, ({ url }, response) =>
      response.writeHead(302, { location: url === '/flour' ? `${address}/flour` : '/circle' }).end(),
    );
    assert.equal((await download(want(context, `${leads}/flour`))).kind, 'file');
    assert.match(whyNot(await download(want(context, `${leads}/circle`))), /more than 5 times/);
  });

  it('says what can be done in the words of where it was started', async (context) => {
    const { remedies } = sayOfScorers;
    const keeps = await serverThat(context, ({ url = '' }, response) =>
      response.writeHead(Number(url.slice(1))).end(),
    );
    const told = async (status: number): Promise<string> =>
      whyNot(await download({ ...want(context, `${keeps}/${status}`), remedies }));
    assert.match(await told(404), /or name a mirror in the setting promptmeter\.scorer\.server$/);
    assert.match(await told(403), /name its folder under "PromptMeter: Manage Compression Models"$/);
    const reasons = ['ENOSPC', 'EACCES', 'ENOTDIR', 'ENOTFOUND'].map((code) =>
      machineReason(Object.assign(new Error(code), { code }), remedies),
    );
    for (const reason of reasons) assert.doesNotMatch(reason ?? '--', /--|run it again|HTTPS_PROXY/);
  });

  it('says what a server does not have, or not give', async (context) => {
    const { address } = await fileServer(context, {});
    assert.match(
      whyNot(await download(want(context, `${address}/rye`))),
      /no such file \(it answered 404\): see whether/,
    );
    const keeps = await serverThat(context, ({ url = '' }, response) =>
      response.writeHead(Number(url.slice(1))).end(),
    );
    assert.match(
      whyNot(await download(want(context, `${keeps}/403`))),
      /not give it to everybody.*--model-dir/,
    );
    assert.match(whyNot(await download(want(context, `${keeps}/407`))), /the proxy wants a name/);
    assert.match(whyNot(await download(want(context, `${keeps}/503`))), /answered 503: try again later/);
  });

  it('keeps what came where the server is busy, or wants a sign-in, later', async (context) => {
    const says = { status: 503, type: 'text/plain' };
    const moody = await serverThat(context, ({ headers }, response) => {
      if (says.status !== 206)
        return void response.writeHead(says.status, { 'content-type': says.type }).end('<html>');
      assert.equal(headers.range, 'bytes=4-');
      response.writeHead(206, { etag: '"1"', 'content-range': 'bytes 4-8/9' }).end('flour');
    });
    const wanted = want(context, `${moody}/flour`);
    writeFileSync(wanted.path, 'rye ');
    writeFileSync(`${wanted.path}.etag`, '"1"');
    for (const status of [503, 429, 403, 407, 404, 200]) {
      Object.assign(says, { status, type: status === 200 ? 'text/html' : 'text/plain' });
      assert.equal((await download(wanted)).kind, 'problem');
      assert.equal(readFileSync(wanted.path, 'utf8'), 'rye ', String(status));
    }
    says.status = 206;
    assert.deepEqual(await download(wanted), { kind: 'file', sha256: sumOf('rye flour'), bytes: 9 });
  });

  it('refuses what no model is as large as, and lets go of the connection', async (context) => {
    let close: () => void;
    const closed = new Promise<void>((resolve) => (close = resolve));
    const endless = await serverThat(context, (_, response) => {
      response.on('close', () => close());
      response.writeHead(200, { 'content-length': 2 ** 40 }).write('flour');
    });
    assert.match(whyNot(await download(want(context, `${endless}/flour`))), /larger than 3 GB/);
    await closed;
  });

  it('takes no web page for a model', async (context) => {
    const says = await serverThat(context, ({ url }, response) => {
      const type = url === '/open' ? 'text/html; charset=utf-8' : 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(' <!DOCTYPE html><title>Sign in</title>');
    });
    for (const path of ['open', 'disguised']) {
      const wanted = want(context, `${says}/${path}`);
      assert.match(whyNot(await download(wanted)), /a web page and not the file/);
      assert.equal(existsSync(wanted.path), false);
    }
  });

  it('gives up a server that says nothing, and keeps what came', async (context) => {
    const slow = await serverThat(context, ({ url }, response) => {
      if (url !== '/half') return;
      response.writeHead(200, { etag: '"1"', 'content-length': 100 }).write('half of it');
    });
    const connection = { env: {}, patience: 100 };
    assert.match(
      whyNot(await download({ ...want(context, `${slow}/none`), connection })),
      /sent nothing for 0.1 s: run it again/,
    );
    const wanted = want(context, `${slow}/half`);
    assert.match(whyNot(await download({ ...wanted, connection })), /sent nothing for 0.1 s/);
    assert.equal(readFileSync(wanted.path, 'utf8'), 'half of it');
  });

  it('stops when it is cancelled, and keeps what came', async (context) => {
    const served = await fileServer(context, { flour });
    const wanted = want(context, `${served.address}/flour`);
    const stop = new AbortController();
    const watch = { signal: stop.signal, progress: () => stop.abort() };
    assert.match(
      whyNot(await download({ ...wanted, watch })),
      /^it was cancelled: run it again to go on from there$/,
    );
    assert.ok(readFileSync(wanted.path).length > 0);
    assert.equal((await download(wanted)).kind, 'file');
  });

  it('says that the disk is full', { skip: !existsSync('/dev/full') }, async (context) => {
    const { address } = await fileServer(context, { flour });
    const wanted = want(context, `${address}/flour`);
    symlinkSync('/dev/full', wanted.path);
    writeFileSync(`${wanted.path}.etag`, '"other"');
    assert.match(whyNot(await download(wanted)), /the disk is full: make room, then run it again/);
  });

  it('says that nobody answers', async (context) => {
    assert.match(whyNot(await download(want(context, 'http://127.0.0.1:1/flour'))), /nobody answers there/);
    assert.match(
      whyNot(await download(want(context, 'http://harbour.invalid/flour'))),
      /the server was not found/,
    );
  });

  it('goes through the proxy of the environment, and of the editor, but not to this machine', async (context) => {
    const served = await fileServer(context, { flour });
    const address = served.address.replace('127.0.0.1', 'mill.example');
    const proxy = await proxyServer(context);
    const through = {
      env: { http_proxy: proxy.address.replace('http://', 'http://baker:b%20un@') },
      patience: 5000,
    };
    assert.equal(
      (await download({ ...want(context, `${address}/flour`), connection: through })).kind,
      'file',
    );
    const credentials = Buffer.from('baker:b un').toString('base64');
    assert.deepEqual(proxy.asked, [`GET ${address}/flour Basic ${credentials}`]);

    const stated = { env: {}, proxy: proxy.address, patience: 5000 };
    assert.equal((await download({ ...want(context, `${address}/flour`), connection: stated })).kind, 'file');
    assert.equal(proxy.asked.length, 2);

    const plain = { env: { http_proxy: proxy.address.replace('//', '//baker:100%@') }, patience: 5000 };
    assert.equal((await download({ ...want(context, `${address}/flour`), connection: plain })).kind, 'file');
    assert.equal(
      proxy.asked.pop(),
      `GET ${address}/flour Basic ${Buffer.from('baker:100%').toString('base64')}`,
    );

    const direct = { env: { HTTP_PROXY: proxy.address }, patience: 5000 };
    const own = want(context, `${served.address}/flour`);
    assert.equal((await download({ ...own, connection: direct })).kind, 'file');
    assert.equal(proxy.asked.length, 2);
  });

  it('asks a proxy for a tunnel to what is encrypted', async (context) => {
    const proxy = await proxyServer(context);
    const { address } = await fileServer(context, {});
    const port = new URL(address).port;
    const connection = { env: { HTTPS_PROXY: proxy.address }, patience: 5000 };
    // no certificate here: that the handshake reaches a server which speaks no TLS is what can be seen
    assert.match(
      whyNot(await download({ ...want(context, `https://harbour.example:${port}/flour`), connection })),
      /could not be fetched|broke off/,
    );
    assert.match(
      whyNot(await download({ ...want(context, 'https://forbidden.example/flour'), connection })),
      /^the proxy 127\.0\.0\.1:\d+ answered 403/,
    );
    assert.deepEqual(proxy.asked, [`CONNECT harbour.example:${port}`, 'CONNECT forbidden.example:443']);
    const socks = { env: { HTTPS_PROXY: 'socks5://127.0.0.1:1' }, patience: 5000 };
    assert.match(
      whyNot(await download({ ...want(context, 'https://a.example/'), connection: socks })),
      /kind socks5 is not known/,
    );
    const misspelt = { env: { HTTPS_PROXY: 'http://baker:secret@[quay' }, patience: 5000 };
    assert.equal(
      whyNot(await download({ ...want(context, 'https://a.example/'), connection: misspelt })),
      'what names the proxy is no address: write it as http://host:port into HTTPS_PROXY, or http.proxy in the editor',
    );
  });
});

function want(
  context: TestContext,
  address: string,
  { sha256 = null }: { sha256?: string | null } = {},
): Download {
  const path = join(folderWith(context, {}), 'flour.part');
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  return { address, path, sha256, connection: { env: {}, patience: 5000 }, watch, remedies: say.remedies };
}

function whyNot(outcome: Downloaded): string {
  return outcome.kind === 'problem' ? outcome.why : assert.fail('it was taken');
}
