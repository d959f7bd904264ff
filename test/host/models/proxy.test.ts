import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proxyFor } from '../../../src/host/models/proxy.ts';

describe('the proxy for an address', () => {
  const of = (address: string, env: Record<string, string>, stated?: string) =>
    hrefOf(proxyFor(new URL(address), env, stated ?? null));
  const hrefOf = (proxy: URL | 'no address' | null) => (proxy instanceof URL ? proxy.href : proxy);

  it('is the one of its kind', () => {
    const env = { HTTPS_PROXY: 'http://quay.example:3128', http_proxy: 'mole.example:8080' };
    assert.equal(of('https://harbour.example/', env), 'http://quay.example:3128/');
    assert.equal(of('http://harbour.example/', env), 'http://mole.example:8080/');
    assert.equal(of('https://harbour.example/', { ALL_PROXY: 'http://all.example' }), 'http://all.example/');
    assert.equal(of('https://harbour.example/', { https_proxy: ' ' }), null);
    assert.equal(of('https://harbour.example/', env, 'http://editor.example'), 'http://editor.example/');
  });

  it('is told apart from what is no address', () => {
    assert.equal(of('https://harbour.example/', { HTTPS_PROXY: 'http://[quay' }), 'no address');
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
