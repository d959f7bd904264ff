import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { usd } from '../../src/core/prices/usd.ts';
import { sketchOf } from '../../src/ledger/attribution/sketch.ts';
import { blankCall, unknownUsage, type Call } from '../../src/ledger/call.ts';
import { open } from '../../src/ledger/store.ts';
import { ledgerPath } from '../../src/ledger/where.ts';
import { eventually } from './eventually.ts';
import { openSession, type Session } from './session.ts';

const hour = 3_600_000;
const kinds = ['rye', 'spelt', 'oat', 'wheat', 'barley', 'potato', 'walnut', 'onion', 'poppy', 'linseed'];
const rules = kinds
  .flatMap((kind) =>
    ['morning', 'noon', 'evening', 'late'].map(
      (time) =>
        `In the ${time} offer ${kind} bread only while there is some left on its shelf, and name its price for a whole loaf and for half of one.`,
    ),
  )
  .join('\n');
const source = `import OpenAI from 'openai';

export const takeOrder = (order: string) =>
  new OpenAI().chat.completions.create({
    model: 'gpt-4o',
    messages: [
      {
        role: 'system',
        content: \`It is \${new Date().toISOString()}.
You take the orders of a small bakery.
${rules}\`,
      },
      { role: 'user', content: order },
    ],
  });
`;

let session: Session;
const data = mkdtempSync(join(tmpdir(), 'promptmeter-data-'));
before(async () => {
  session = await openSession({ workspace: 'harbour', env: { PROMPTMETER_DATA: data } });
  await session.writeFile('bakery.ts', () => source);
  await session.workbench.openFile('bakery.ts');
});
after(async () => {
  await session[Symbol.asyncDispose]();
  rmSync(data, { recursive: true, force: true });
});

/** Calls as another program records them: a request of the bakery's, so many hours ago. */
async function record(hoursAgo: readonly number[]): Promise<void> {
  const opened = await open(ledgerPath(data, session.folder));
  assert.equal(opened.kind, 'open');
  if (opened.kind !== 'open') return;
  const now = Date.now();
  const price = { model: 'gpt-4o', provider: 'openai', source: 'price list', date: '2026-11-01' };
  const calls = hoursAgo.map((hours): Call => {
    const at = Math.round(now - hours * hour);
    const text = `It is ${new Date(at).toISOString()}.\nYou take the orders of a small bakery.\n${rules}`;
    return {
      ...blankCall('gateway', `order-${hours}`, at),
      ...{ provider: 'openai', model: 'gpt-4o' },
      usage: { ...unknownUsage, input: 1400, cacheRead: 140, output: 180, from: 'provider' },
      cost: { usd: usd('0.005'), from: 'price', price },
      sketch: sketchOf([{ role: 'system', text }]),
    };
  });
  const recorded = opened.store.record(calls);
  opened.store.close();
  assert.equal(recorded.kind, 'recorded');
}

test('where nothing was recorded, nothing is said of it', async () => {
  const { workbench } = session;
  await workbench.lens('/call · gpt-4o').first().waitFor();
  assert.equal(await workbench.lens(/calls? this week/).count(), 0);
});

test('calls that others record are told above their prompt, as soon as there is a ledger', async () => {
  const { workbench } = session;
  await record(Array.from({ length: 48 }, (_, i) => i * 4 + 1));
  // The folder of the ledgers was not there before, and is looked for when something is saved.
  await workbench.page.keyboard.press('Control+KeyS');
  await workbench.lens('42 calls this week, $0.21, 10 % cached').waitFor();
  await record([0.5, 0.6, 0.7]);
  await workbench.lens('45 calls this week, $0.23, 10 % cached').waitFor();
  await workbench.picture('measured-lens');
});

test('the hover tells lengths, hits, models, age, and the month that they come to', async () => {
  const { workbench } = session;
  await workbench.hoverAt(9, 20);
  await eventually(async () => {
    const text = await workbench.hoverText();
    assert.match(text, /Measured: 45 calls in the last seven days, \$0\.23, 10 % cached; 51 in four weeks/);
    assert.match(text, /100 % of the calls read from the provider’s cache/);
    assert.match(text, /Output: 180 tokens at the median, 180 at the 95th percentile/);
    assert.match(
      text,
      /By gpt-4o \(51\)\. The last call was made \d+ minutes ago, the first of these on \d{4}/,
    );
    assert.match(text, /\$[\d.]+ a month: the call that sends it, from \d\d calls in 7 days \(ledger, until/);
    assert.match(text, /answers of 180 tokens as measured/);
  });
  await workbench.picture('measured-hover');
  await workbench.page.keyboard.press('Escape');
});

test('a finding tells what it loses in a month', async () => {
  const { workbench } = session;
  await eventually(async () => {
    await workbench.hoverAt(9, 28);
    const text = await workbench.hoverText();
    assert.match(text, /At the measured volume that is up to \$[\d.]+ a month/);
  });
  await workbench.page.keyboard.press('Escape');
});

test('another text says that it was not measured, until it reads as it did', async () => {
  const { workbench } = session;
  await workbench.goTo(10, 1);
  await workbench.type('Be kind. ');
  await workbench.lens('10 % cached, measured before this text changed').waitFor();
  await workbench.picture('measured-changed');
  for (let i = 0; i < 'Be kind. '.length; i++) await workbench.page.keyboard.press('Backspace');
  await workbench.lens('10 % cached, measured before').waitFor({ state: 'detached' });
  await workbench.lens('45 calls this week, $0.23, 10 % cached').waitFor();
});

test('can be read in a dark theme, and is not told where a person does not want it', async () => {
  const { workbench } = session;
  await session.setSettings({ 'workbench.colorTheme': 'Default Dark Modern' });
  await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
  await workbench.lens('45 calls this week').waitFor();
  await workbench.hoverAt(9, 20);
  await workbench.hover.getByText('in the last seven days').waitFor();
  await workbench.picture('measured-dark');
  await workbench.page.keyboard.press('Escape');
  await session.setSettings({ 'promptmeter.measured': false });
  await workbench.lens('calls this week').waitFor({ state: 'detached' });
  assert.ok((await workbench.lens('/call · gpt-4o').count()) > 0);
});
