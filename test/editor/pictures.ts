// Takes the pictures of the README and the walkthrough anew: npm run pictures
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { open } from '../../src/ledger/store.ts';
import { ledgerPath } from '../../src/ledger/where.ts';
import { recordedDays } from './recordedDays.ts';
import { openSession } from './session.ts';

const root = resolve(import.meta.dirname, '..', '..');
const taken = join(root, 'out', 'screenshots');
const kept = join(root, 'media', 'pictures');
mkdirSync(kept, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'promptmeter-pictures-'));

await using session = await openSession({
  workspace: join(root, 'examples'),
  env: { PROMPTMETER_DATA: data },
  settings: {
    'workbench.colorTheme': 'Default Dark Modern',
    'workbench.activityBar.location': 'hidden',
    'breadcrumbs.enabled': false,
    'workbench.reduceMotion': 'on',
    'window.menuBarVisibility': 'hidden',
    'editor.fontSize': 14,
  },
  size: { width: 1200, height: 720 },
});
const { workbench } = session;

await workbench.openFile('shop/src/assistant.ts');
await workbench.page.keyboard.press('Control+KeyB');
await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
await workbench.goTo(49);
await workbench.lens(/of 1,500 tokens .* cache breaks at line 50/).waitFor();
await workbench.hoverAt(56, 20);
await keep('hover');
await workbench.page.keyboard.press('Escape');

await session.setSettings({ 'promptmeter.show': 'both' });
await workbench.line('⟨clock: varies by request⟩').waitFor();
await workbench.goTo(49);
await keep('editor');

await workbench.openFile('support/src/translate.ts');
await workbench.goTo(20);
await workbench.clickLens('model unknown', workbench.quickPick.filter({ hasText: 'gpt-' }));
await keep('pick');
await workbench.page.keyboard.press('Escape');

await workbench.run('View: Close All Editors');
const opened = await open(ledgerPath(data, session.folder));
if (opened.kind === 'fault') throw new Error(opened.detail);
const orders = 'support/src/prompts.ts#SUPPORT_PROMPT';
const complaints = 'support/src/triage.ts#buildTriagePrompt.prompt';
opened.store.record(recordedDays(Date.now(), { orders, complaints }));
opened.store.close();
await workbench.run('PromptMeter: Open Ledger Dashboard');
await workbench.pageContent.getByRole('radio', { name: '30 days' }).check();
await workbench.pageContent.locator('.column').nth(29).waitFor();
await workbench.page.getByText('is reading the workspace').waitFor({ state: 'detached' });
await keep('dashboard');

await workbench.run('View: Close All Editors');
await workbench.openFile('support/src/prompts.ts');
await workbench.lens('calls this week').first().waitFor();
await keep('measured');

await workbench.run('PromptMeter: Scan Workspace');
await workbench.line('# Prompts').first().waitFor();
await workbench.run('Markdown: Open Preview');
await workbench.page.locator('.tab.active').filter({ hasText: 'Preview' }).waitFor();
await workbench.page
  .frameLocator('iframe.webview.ready')
  .frameLocator('iframe')
  .locator('table')
  .first()
  .waitFor();
await keep('scan');
rmSync(data, { recursive: true, force: true });

async function keep(name: string): Promise<void> {
  await workbench.picture(name);
  cpSync(join(taken, `${name}.png`), join(kept, `${name}.png`));
}
