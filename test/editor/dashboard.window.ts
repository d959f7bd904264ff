import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from '../../src/ledger/store.ts';
import { ledgerPath } from '../../src/ledger/where.ts';
import { FakeProvider } from '../gateway/fakeProvider.ts';
import { lines } from '../ledger/ingest/importing.ts';
import { litellmLog } from '../ledger/ingest/logs.ts';
import { recordedDays } from './recordedDays.ts';
import { openSession, type Session } from './session.ts';

const ends: (() => void)[] = [];
const data = realpathSync(mkdtempSync(join(tmpdir(), 'promptmeter-dashboard-')));
const key = 'sk-harbour-4711-keep-out-of-files';

let session: Session;
let provider: FakeProvider;
before(async () => {
  provider = await FakeProvider.start({ after: (end) => ends.push(end as () => void) });
  session = await openSession({
    workspace: 'desk',
    env: { PROMPTMETER_DATA: data },
    settings: {
      'promptmeter.gateway.port': 0,
      'promptmeter.gateway.upstreams': { openai: `${provider.url}/v1` },
    },
  });
});
after(async () => {
  await session[Symbol.asyncDispose]();
  for (const end of ends) end();
  rmSync(data, { recursive: true, force: true });
});

test('where nothing was recorded, the dashboard says how to begin', async () => {
  const { workbench } = session;
  await workbench.openFile('desk.ts');
  await workbench.lens('gpt-4o').first().waitFor();
  await workbench.run('PromptMeter: Open Ledger Dashboard');
  const page = workbench.pageContent;
  await page.getByRole('heading', { name: 'What workspace spent' }).waitFor();
  await page.getByText('Nothing was recorded yet.').waitFor();
  await page.getByRole('button', { name: 'Import Usage Log…' }).first().waitFor();
  await workbench.picture('dashboard-empty');
});

test('a call through the gateway of the window is on the dashboard, with its prompt', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await page.locator('.empty').getByRole('button', { name: 'Start Gateway' }).click();
  const started = workbench.notification.filter({ hasText: 'The gateway listens on port' });
  await started.waitFor();
  const port = /port (\d+)/.exec(await started.innerText())?.[1];
  await workbench.picture('gateway-started');
  await started.getByText('In Terminals', { exact: true }).click();
  await workbench.status.filter({ hasText: '0 calls' }).waitFor();
  const token = readFileSync(join(data, 'gateway-token'), 'utf8').trim();
  const url = `http://127.0.0.1:${port}/t/${token}/openai/v1`;
  await inTerminal('echo $OPENAI_BASE_URL $OTEL_EXPORTER_OTLP_TRACES_ENDPOINT > url.txt', `${url}\n`);

  const source = readFileSync(join(session.folder, 'desk.ts'), 'utf8');
  const [, prompt = ''] = /ORDER_PROMPT = `([^`]+)`/.exec(source) ?? [];
  for (const order of ['Two loaves of rye, please.', 'And a roll.']) {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'gpt-4o',
        messages: [
          { role: 'system', content: prompt },
          { role: 'user', content: order },
        ],
      }),
    });
    assert.equal(response.status, 200);
  }
  assert.equal(provider.received.at(-1)?.headers.authorization, `Bearer ${key}`);
  await workbench.status.filter({ hasText: /2 calls · \$0\.00\d+/ }).waitFor();
  await workbench.page.locator('.tab').filter({ hasText: 'Ledger' }).click();
  await page.locator('.gateway').getByText(`The gateway listens on port ${port}: 2 calls`).waitFor();
  await page.locator('tr').filter({ hasText: 'ORDER_PROMPT' }).filter({ hasText: '2,400' }).waitFor();
  await workbench.picture('dashboard-live');
});

test('the gateway stops, says what it recorded, and no terminal is led there any more', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Stop Gateway');
  await workbench.notification.filter({ hasText: 'It recorded 2 calls' }).waitFor();
  await workbench.status.filter({ hasText: 'calls' }).waitFor({ state: 'detached' });
  await workbench.pageContent.getByText('No gateway runs in this window.').waitFor();
  await workbench.run('Notifications: Clear All Notifications');
});

test('what others record appears while one looks: bars, prompts, what is not known', async () => {
  const { workbench } = session;
  await workbench.page.keyboard.press('Control+KeyJ');
  const opened = await open(ledgerPath(data, session.folder), { create: false });
  assert.ok(opened.kind === 'open');
  opened.store.record(
    recordedDays(Date.now(), {
      orders: 'desk.ts#ORDER_PROMPT',
      complaints: 'desk.ts#COMPLAINT_PROMPT',
    }),
  );
  opened.store.close();
  const page = workbench.pageContent;
  await page.locator('tr').filter({ hasText: 'COMPLAINT_PROMPT' }).waitFor();
  await page.getByRole('radio', { name: '30 days' }).check();
  await exactly(30);
  await page.getByRole('heading', { name: 'Texts that stand in no known prompt' }).waitFor();
  await page
    .getByText(/whose cost is not known \(bakehouse-labels-1\)/)
    .first()
    .waitFor();
  await page.getByText('openai: failed (429 Too Many Requests)').waitFor();
  await page.getByRole('slider').press('Home');
  await page
    .locator('.read')
    .filter({ hasText: /^\w+day,? \d+ \w+ \d{4}: >?\$/ })
    .waitFor();
  for (const [name, theme] of Object.entries(themes)) {
    await session.setSettings({ 'workbench.colorTheme': theme.setting });
    await workbench.page.locator(`.monaco-workbench.${theme.is}`).waitFor();
    await workbench.picture(`dashboard-${name}`);
  }
  await session.setSettings({ 'workbench.colorTheme': themes.dark.setting });
  await page.getByRole('radio', { name: 'Tokens' }).check();
  await page.locator('.legend').getByText('cached input').waitFor();
  await page.getByRole('radio', { name: 'By feature' }).check();
  await page.locator('tr').filter({ hasText: 'complaints' }).waitFor();
  await page.locator('.failures').scrollIntoViewIfNeeded();
  await workbench.picture('dashboard-below');
});

test('a log is imported, and the dashboard has its calls', async () => {
  const { workbench } = session;
  const logs = join(session.folder, 'logs');
  mkdirSync(logs);
  writeFileSync(join(logs, 'spend.jsonl'), lines(litellmLog));
  await importFolder(logs);
  const told = workbench.notification.filter({ hasText: 'from LiteLLM spend logs' });
  await told.filter({ hasText: /\d+ new calls? / }).waitFor();
  await workbench.picture('import-done');
  await workbench.run('Notifications: Clear All Notifications');
  await workbench.pageContent.getByRole('radio', { name: 'All', exact: true }).check();
  await workbench.pageContent.getByRole('radio', { name: 'By source' }).check();
  await workbench.pageContent.locator('tr').filter({ hasText: 'LiteLLM' }).last().waitFor();
  await workbench.pageContent.getByRole('radio', { name: '30 days' }).check();
  await exactly(30);
});

test('a prompt leads to its source, and the page still knows the time it showed', async () => {
  const { workbench } = session;
  await workbench.pageContent.getByRole('button', { name: 'Go to COMPLAINT_PROMPT' }).press('Enter');
  await workbench.page.locator('.tab.active[data-resource-name="desk.ts"]').waitFor();
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Ln 9, ' }).waitFor();
  await workbench.page.keyboard.press('Escape');
  await workbench.run('PromptMeter: Open Ledger Dashboard');
  await exactly(30);
});

test('a ledger is deleted when a person has seen what goes', async () => {
  const { workbench } = session;
  const path = ledgerPath(data, session.folder);
  await workbench.run("PromptMeter: Delete This Workspace's Ledger");
  await workbench.dialog.getByText('Delete what was recorded for workspace?').waitFor();
  assert.match(await workbench.dialog.innerText(), /[\d,]+ calls with tokens, costs and times go for good/);
  await workbench.picture('dashboard-delete');
  await workbench.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await workbench.notification.filter({ hasText: 'is deleted' }).waitFor();
  for (const end of ['', '-wal', '-shm']) assert.equal(existsSync(`${path}${end}`), false, end);
  await workbench.pageContent.getByText('Nothing was recorded yet.').waitFor();
});

const themes = {
  dark: { setting: 'Default Dark Modern', is: 'vs-dark' },
  light: { setting: 'Default Light Modern', is: 'vs' },
  'high-contrast': { setting: 'Default High Contrast', is: 'hc-black' },
} as const;

/** Waits until the chart has so many bars. */
async function exactly(bars: number): Promise<void> {
  const columns = session.workbench.pageContent.locator('.column');
  await columns.nth(bars - 1).waitFor();
  await columns.nth(bars).waitFor({ state: 'detached' });
}

/** Imports what is in a folder, which is chosen as a person does without a mouse. */
async function importFolder(path: string): Promise<void> {
  const { workbench } = session;
  await workbench.run('PromptMeter: Import Usage Log');
  await workbench.quickPick.filter({ hasText: 'A folder…' }).first().click();
  const chooser = workbench.page.locator('.quick-input-widget');
  // The list before it has no such button.
  await chooser.getByRole('button', { name: 'Import' }).waitFor();
  // The chooser may put a path of its own over the one that was typed, and stays open then.
  for (let attempt = 0; attempt < 20 && (await chooser.isVisible()); attempt++) {
    await chooser.locator('input').first().fill(`${path}/`);
    await chooser.getByRole('button', { name: 'Import' }).click({ timeout: 3000 });
    await workbench.page.waitForTimeout(1500);
  }
}

/** Types a line into a new terminal until the file that it writes reads as it should. */
async function inTerminal(line: string, expected: string): Promise<void> {
  const { workbench } = session;
  const file = join(session.folder, 'url.txt');
  await workbench.run('Terminal: Create New Terminal');
  await workbench.page.locator('.terminal.xterm').first().waitFor();
  for (let attempt = 0; attempt < 30; attempt++) {
    await workbench.page.locator('.xterm-helper-textarea').last().focus();
    await workbench.type(line);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.waitForTimeout(1000);
    if (existsSync(file) && readFileSync(file, 'utf8') !== '') break;
  }
  assert.equal(readFileSync(file, 'utf8'), expected);
}
