import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { writing } from '../../../src/host/endpoint/write.ts';
import { download } from '../../../src/host/models/download.ts';
import { bringPrices } from '../../../src/host/prices/bring.ts';
import { apis } from '../../../src/host/providers/apis.ts';
import { say } from '../../../src/cli/sentences.ts';
import { askForTokens } from '../../../src/host/providers/ask.ts';
import { folderWith } from '../folder.ts';
import { proxyServer, serverThat } from '../models/modelServer.ts';

const never = new AbortController().signal;

/** All that opens a connection when a person asks for it: each is told an address and an environment. */
const waysOut: Readonly<
  Record<string, (base: string, env: Record<string, string>, context: TestContext) => Promise<string>>
> = {
  'a price list': async (base, env) => told(await bringPrices(`${base}/prices`, env, 5000)),
  'a model that scores': async (base, env, context) =>
    told(
      await download({
        address: `${base}/model`,
        path: join(folderWith(context, {}), 'model.part'),
        sha256: null,
        connection: { env, patience: 5000 },
        watch: { signal: never, progress: () => undefined },
        remedies: say.remedies,
      }),
    ),
  "a provider's count": async (base, env) =>
    told(
      await askForTokens(
        { api: apis.anthropic, base, key: 'of-the-harbour', env },
        'claude-opus-4-8',
        'Fog.',
      ),
    ),
  'a rewrite': async (base, env) =>
    writing({ base, model: 'harbour-7b', key: null, env, patience: 5000 })(
      [{ role: 'user', text: 'Fog.' }],
      never,
    ),
};

for (const [name, go] of Object.entries(waysOut))
  describe(name, () => {
    it('is asked for through the proxy of the system', async (context) => {
      const address = await serverThat(context, (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(answers),
      );
      const { port } = new URL(address);
      const proxy = await proxyServer(context);
      assert.notEqual(await go(`http://quay.example:${port}`, { http_proxy: proxy.address }, context), '');
      assert.equal(proxy.asked.length, 1);
      assert.match(proxy.asked[0] ?? '', new RegExp(`^(?:GET|POST) http://quay\\.example:${port}/`));
    });

    it('is not asked for where what names the proxy is none, and the sentence keeps its password', async (context) => {
      const env = { https_proxy: 'http://baker:secret@[quay' };
      const why = await go('https://quay.example', env, context).catch(String);
      assert.match(why, /what names the proxy is no address: write it as http:\/\/host:port/);
      assert.doesNotMatch(why, /secret/);
    });
  });

/** What a provider, a price list and a language model would say, all in one. */
const answers = JSON.stringify({ input_tokens: 7, choices: [{ message: { content: 'Mist.' } }] });

function told(outcome: { readonly kind: string; readonly why?: string }): string {
  return outcome.why ?? outcome.kind;
}
