import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { usd } from '../../src/core/prices/usd.ts';
import { blankCall } from '../../src/ledger/call.ts';
import { open } from '../../src/ledger/store.ts';
import { ledgerPath } from '../../src/ledger/where.ts';
import { eventually } from './eventually.ts';
import { tokensOf } from './oracle.ts';
import { openSession } from './session.ts';

const scales = `${tokensOf('You weigh the cargo on the quay and answer in tonnes.')} ±30 % tokens`;

test('in Restricted Mode prompts are counted, and no price is taken from the folder', async (context) => {
  const data = mkdtempSync(join(tmpdir(), 'promptmeter-data-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  await using session = await openSession({
    ...{ workspace: 'untrusted', trusted: false },
    env: { PROMPTMETER_DATA: data },
  });
  const { workbench } = session;
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
  await workbench.openFile('quay.ts');
  await eventually(async () => {
    assert.deepEqual(await workbench.lensTexts(), [`~${scales} · quay-scales-1 · price unknown`]);
  });
  // The ledger is the person's own, and stands where no folder says.
  await recordCall(data, session.folder, 'quay.ts#weighCargo.system');
  await workbench.page.keyboard.press('Control+KeyS');
  await workbench.lens('1 call this week, $0.0042').waitFor();
  await workbench.picture('restricted-mode');

  await workbench.goTo(8, 20);
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.notification.filter({ hasText: 'In Restricted Mode nothing is sent' }).waitFor();

  await workbench.page.keyboard.press('Control+Shift+KeyG');
  await workbench.page.locator('.pane-header', { hasText: 'Changed Prompts' }).click();
  await workbench.page.getByText('In Restricted Mode git is not run').waitFor();
  await workbench.picture('restricted-changed-prompts');
  await workbench.run('PromptMeter: Check Staged Prompts');
  await workbench.notification.filter({ hasText: 'In Restricted Mode git is not run' }).waitFor();

  await workbench.run('Workspaces: Manage Workspace Trust');
  await workbench.page.getByRole('button', { name: 'Trust', exact: true }).first().click();
  await workbench.openFile('quay.ts');
  await workbench.lens('/call · quay-scales-1').waitFor();
});

/** As another program records one that names its prompt. */
async function recordCall(data: string, root: string, prompt: string): Promise<void> {
  const opened = await open(ledgerPath(data, root));
  assert.ok(opened.kind === 'open');
  const price = { model: 'quay-scales-1', provider: 'quay', source: 'its own list', date: '2026-11-01' };
  const cost = { usd: usd('0.0042'), from: 'stated', price } as const;
  opened.store.record([{ ...blankCall('hand', 'cargo-1', Date.now() - 60_000), prompt, cost }]);
  opened.store.close();
}
