import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proxyFor } from '../../../src/host/network/proxy.ts';

describe('the proxy for an address', () => {
  const of = (address: string, env: Record<string, string>, stated?: string) =>
    proxyFor(new URL(address), env, stated ?? null)?.href ?? null;

  it('is the one of its kind', () => {
    const env = { HTTPS_PROXY: 'http://quay.example:3128', http_proxy: 'mole.example:8080' };
    assert.equal(of('https://harbour.example/', env), 'http://quay.example:3128/');
    assert.equal(of('http://harbour.example/', env), 'http://mole.example:8080/');
    assert.equal(of('https://harbour.example/', { ALL_PROXY: 'http://all.example' }), 'http://all.example/');
    assert.equal(of('https://harbour.example/', { https_proxy: ' ' }), null);
    assert.equal(of('https://harbour.example/', env, 'http://editor.example'), 'http://editor.example/');
  });

  it('is told apart from what is no address', () => {
    const through = (HTTPS_PROXY: string) => () => of('https://harbour.example/', { HTTPS_PROXY });
    assert.throws(through('http://baker:secret@[quay'), {
      message:
        'what names the proxy is no address: write it as http://host:port into HTTPS_PROXY, or http.proxy in the editor',
    });
    assert.throws(through('socks5://quay.example'), /a proxy of the kind socks5 is not known here/);
  });

  it('is named in small letters rather than in capital ones', () => {
    const env = { HTTPS_PROXY: 'http://quay.example', https_proxy: 'http://tide.example' };
    assert.equal(of('https://harbour.example/', env), 'http://tide.example/');
  });

  it('is none for this machine', () => {
    const env = { ALL_PROXY: 'http://quay.example' };
    for (const host of ['localhost', '127.0.0.1', '127.8.0.1:8443', '[::1]:80'])
      assert.equal(of(`http://${host}/`, env, 'http://editor.example'), null, host);
  });

  it('is none for hosts that are exempt', () => {
    const env = (list: string) => ({ https_proxy: 'http://quay.example', no_proxy: list });
    for (const list of [
      '*',
      'harbour.example',
      '.harbour.example',
      '*.harbour.example',
      'a, harbour.example:443',
      'EXAMPLE',
    ])
      assert.equal(of('https://www.harbour.example/', env(list)), null, list);
    for (const list of ['', 'arbour.example', 'harbour.example:80', 'www', ',,'])
      assert.equal(of('https://www.harbour.example/', env(list)), 'http://quay.example/', list);
  });
});
