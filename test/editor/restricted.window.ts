import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './eventually.ts';
import { tokensOf } from './oracle.ts';
import { openSession } from './session.ts';

const scales = `${tokensOf('You weigh the cargo on the quay and answer in tonnes.')} ±30 % tokens`;

test('in Restricted Mode prompts are counted, and no price is taken from the folder', async () => {
  await using session = await openSession({ workspace: 'untrusted', trusted: false });
  const { workbench } = session;
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
  await workbench.openFile('quay.ts');
  await eventually(async () => {
    assert.deepEqual(await workbench.lensTexts(), [`~${scales} · quay-scales-1 · price unknown`]);
  });
  await workbench.picture('restricted-mode');

  await workbench.goTo(8, 20);
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.notification.filter({ hasText: 'In Restricted Mode nothing is sent' }).waitFor();

  await workbench.run('Workspaces: Manage Workspace Trust');
  await workbench.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
  await workbench.openFile('quay.ts');
  await workbench.lens('/call · quay-scales-1').waitFor();
});
