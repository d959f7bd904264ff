import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { examples, program, run } from '../gateway/exampleProgram.ts';
import { FakeProvider } from '../gateway/fakeProvider.ts';
import { openSession, type Session } from './session.ts';

const ends: (() => void)[] = [];
const data = realpathSync(mkdtempSync(join(tmpdir(), 'promptmeter-example-')));

let session: Session;
before(async () => {
  const provider = await FakeProvider.start({ after: (end) => ends.push(end as () => void) });
  session = await openSession({
    workspace: examples,
    env: { PROMPTMETER_DATA: data },
    settings: {
      'promptmeter.gateway.port': 0,
      'promptmeter.gateway.upstreams': { openai: `${provider.url}/v1`, anthropic: provider.url },
    },
  });
});
after(async () => {
  await session[Symbol.asyncDispose]();
  for (const end of ends) end();
  rmSync(data, { recursive: true, force: true });
});

test('the example runs through the gateway with the official clients, and the dashboard fills up', async () => {
  const { workbench } = session;
  await workbench.openFile('shop/src/receipt.ts');
  await workbench.run('PromptMeter: Start Gateway');
  const started = workbench.notification.filter({ hasText: 'The gateway listens on port' });
  await started.waitFor();
  const port = /port (\d+)/.exec(await started.innerText())?.[1];
  const url = `http://127.0.0.1:${port}/t/${readFileSync(join(data, 'gateway-token'), 'utf8').trim()}`;
  await run(data, program, { OPENAI_BASE_URL: `${url}/openai/v1`, ANTHROPIC_BASE_URL: `${url}/anthropic` });
  await workbench.status.filter({ hasText: /4 calls · >?\$/ }).click();
  const row = (name: string) => workbench.pageContent.locator('tr').filter({ hasText: name });
  await row('buildTriagePrompt.prompt').filter({ hasText: '4,480' }).waitFor();
  await row('SUPPORT_PROMPT').filter({ hasText: '2,240' }).waitFor();
  await row('receiptNote.instructions').filter({ hasText: '300' }).waitFor();
  await workbench.picture('dashboard-example');
  await workbench.pageContent.getByRole('button', { name: 'Go to SUPPORT_PROMPT' }).press('Enter');
  await workbench.page.locator('.tab.active[data-resource-name="prompts.ts"]').waitFor();
});
