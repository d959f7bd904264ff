import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redact } from '../../src/ledger/redact.ts';
import { opened, orderCall, rowsOf } from './calls.ts';

/** Made up, each in the form that its maker gives to keys. Put together here, so that no scanner takes them for real. */
const secrets = [
  ['sk-', 'proj-abcDEF0123456789abcDEF0123456789'],
  ['sk-', 'ant-api03-abcDEF0123456789abcDEF0123'],
  ['sk-', 'or-v1-0123456789abcdef0123456789abcdef'],
  ['AIza', 'SyA0123456789abcdefghijklmnopqrstuv'],
  ['gsk_', '0123456789abcdefABCDEF'],
  ['hf_', 'abcdefghijklmnopqrstuvwxyz'],
  ['AKIA', 'ABCDEFGHIJKLMNOP'],
  ['ghp_', '0123456789abcdefABCDEF0123456789abcd'],
  ['xoxb-', '123456789012-abcdefABCDEF'],
  ['sk_live_', '0123456789abcdef'],
  ['eyJhbGciOiJIUzI1NiJ9.', 'eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'],
].map((parts) => parts.join(''));

describe('what looks like a secret', () => {
  for (const secret of secrets)
    it(`is taken out: ${secret.slice(0, 7)}…`, () => {
      assert.equal(redact(`The key is ${secret}, keep it.`), 'The key is [redacted], keep it.');
      assert.equal(redact(`{"key":"${secret}"}`), '{"key":"[redacted]"}');
    });

  it('is taken out behind its name, and in an address', () => {
    assert.equal(redact('Authorization: Bearer abcdef123456'), 'Authorization: Bearer [redacted]');
    assert.equal(redact('{"x-api-key": "0123abcdef"}'), '{"x-api-key": "[redacted]"}');
    assert.equal(redact('DB_PASSWORD=sourdough1'), 'DB_PASSWORD=[redacted]');
    assert.equal(
      redact('postgres://baker:flour@db.harbour/orders'),
      'postgres://baker:[redacted]@db.harbour/orders',
    );
    const key = ['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIE\n-----END RSA PRIVATE', 'KEY-----'].join(' ');
    assert.equal(redact(`a ${key} b`), 'a [redacted] b');
  });

  it('is looked for in a long text of dashes as fast as in any other', () => {
    const long = `${'eyJ-'.repeat(500_000)} and 40 loaves`;
    assert.equal(redact(long), long);
  });

  it('is not what people write', () => {
    for (const text of [
      'Bake two loaves for the task-force at pier 7; the password is asked at the door.',
      'https://harbour.example:8080/orders?id=12 and a@b.example',
      'The token count of a risk-assessment is 1200.',
      'sk-learn and pk-fire are short',
    ])
      assert.equal(redact(text), text);
  });

  it('is looked for in bounded time', () => {
    for (const piece of [
      'sk-',
      'a-',
      'https://a:',
      'password=',
      '-----BEGIN ',
      'api_key',
      'eyJaaaaaaaa.',
      'bearer ',
    ])
      assert.equal(typeof redact(piece.repeat(50_000)), 'string');
  });

  it('does not get into the ledger', async (test) => {
    const store = await opened(test, undefined, { keepsTexts: true });
    const [key = ''] = secrets;
    const texts = { request: `use ${key}`, response: `you said ${key}` };
    store.record([orderCall(1, { texts, user: key, session: key, feature: key, tags: { key } })]);
    const all = JSON.stringify([
      ...rowsOf(store, 'SELECT * FROM call'),
      ...rowsOf(store, 'SELECT * FROM call_text'),
    ]);
    assert.ok(!all.includes('abcDEF'), all);
    assert.match(all, /use \[redacted\]/);
  });
});

describe('texts', () => {
  it('are not kept unless that is asked for', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1, { texts: { request: 'two loaves', response: 'noted' } })]);
    assert.deepEqual(rowsOf(store, 'SELECT * FROM call_text'), []);
  });
});
