import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProviderKeys } from '../../src/editor/providerKeys.ts';

/** The two stores of an extension, in memory. */
function stores() {
  const secrets = new Map<string, string>();
  const state = new Map<string, unknown>();
  const context = {
    secrets: {
      keys: async () => [...secrets.keys()],
      get: async (name: string) => secrets.get(name),
      store: async (name: string, value: string) => void secrets.set(name, value),
      delete: async (name: string) => void secrets.delete(name),
      onDidChange: () => ({ dispose: () => undefined }),
    },
    globalState: {
      keys: () => [...state.keys()],
      get: <T>(name: string, fallback?: T) => (state.has(name) ? state.get(name) : fallback) as T,
      update: async (name: string, value: unknown) =>
        void (value === undefined ? state.delete(name) : state.set(name, value)),
      setKeysForSync: () => undefined,
    },
  };
  return { context, secrets };
}

test('without a key nobody is asked', async () => {
  const { context } = stores();
  assert.equal(await new ProviderKeys(context, { ANTHROPIC_API_KEY: ' ' }).connect('anthropic'), null);
});

test('the secret storage goes before the environment, and says so', async () => {
  const { context } = stores();
  const keys = new ProviderKeys(context, { GOOGLE_API_KEY: 'of-the-environment' });
  const first = await keys.connect('gemini');
  assert.ok(first?.kind === 'connection');
  assert.deepEqual([first.connection.key, first.keyFrom], ['of-the-environment', 'environment']);
  await keys.set('gemini', 'of-the-editor');
  const second = await keys.connect('gemini');
  assert.ok(second?.kind === 'connection');
  assert.deepEqual([second.connection.key, second.keyFrom], ['of-the-editor', 'secrets']);
  assert.equal(second.connection.base, 'https://generativelanguage.googleapis.com');
});

test('an address that would show the key is a sentence', async () => {
  const { context } = stores();
  const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://harbour.example' };
  const keyed = await new ProviderKeys(context, env).connect('openai');
  assert.match(keyed?.kind === 'problem' ? keyed.why : '', /would send the key in the open/);
});

test('permission is for one address of one provider, and is forgotten with the keys', async () => {
  const { context, secrets } = stores();
  const keys = new ProviderKeys(context, {});
  await keys.set('openai', 'of-the-editor');
  await keys.allow('openai', 'https://api.openai.com/v1');
  assert.ok(keys.mayAlwaysAsk('openai', 'https://api.openai.com/v1'));
  assert.ok(!keys.mayAlwaysAsk('openai', 'https://gateway.example'));
  assert.ok(!keys.mayAlwaysAsk('anthropic', 'https://api.openai.com/v1'));
  await keys.forget();
  assert.ok(!keys.mayAlwaysAsk('openai', 'https://api.openai.com/v1'));
  assert.equal(secrets.size, 0);
});
