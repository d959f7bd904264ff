import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  countsWords,
  fakeProvider,
  sends,
  textOf,
  type FakeProvider,
} from '../host/providers/fakeProvider.ts';
import { openSession, type Session } from './session.ts';

const pilot = 'You are the pilot of a small harbour. Say where the water is deep enough.';
const ends: (() => void)[] = [];
const data = mkdtempSync(join(tmpdir(), 'promptmeter-counts-'));

let session: Session;
let fake: FakeProvider;
before(async () => {
  fake = await fakeProvider({ after: (end) => ends.push(end as () => void) }, countsWords);
  session = await openSession({
    workspace: 'provider',
    env: {
      ANTHROPIC_API_KEY: 'key-of-the-harbour',
      ANTHROPIC_BASE_URL: fake.base,
      GOOGLE_GEMINI_BASE_URL: fake.base,
      PROMPTMETER_DATA: data,
    },
  });
});
after(async () => {
  await session[Symbol.asyncDispose]();
  for (const end of ends) end();
  rmSync(data, { recursive: true, force: true });
});

test('nothing is sent before a person has seen what goes where, and said yes', async () => {
  const { workbench } = session;
  await workbench.openFile('pilot.ts');
  await workbench
    .lens(/^≈\d+ ±\d+ % tokens · .*claude-opus-4-8/)
    .first()
    .waitFor();
  await workbench.goTo(7, 30);
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.dialog.getByText('Send this prompt to Anthropic, to be counted?').waitFor();
  const asked = await workbench.dialog.innerText();
  assert.match(asked, new RegExp(`${pilot.length} characters of its known text go to ${fake.base}`));
  assert.match(asked, /with your key from the environment, to be counted for claude-opus-4-8/);
  await workbench.picture('provider-consent');
  await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(fake.asked.length, 0);
});

test('the provider’s number stands above the prompt and in its hover, with its age', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await workbench.lens('15 tokens, counted by Anthropic today · $').waitFor();
  await workbench.notification
    .filter({ hasText: 'Anthropic counts 15 tokens for claude-opus-4-8' })
    .waitFor();
  assert.equal(textOf(fake.asked[0]?.body), pilot);
  assert.equal(fake.asked[0]?.headers['x-api-key'], 'key-of-the-harbour');
  await workbench.hoverAt(7, 30);
  await workbench.hover.getByText('Counted by Anthropic today').waitFor();
  await workbench.picture('provider-count');
  await workbench.page.keyboard.press('Escape');
});

test('the number goes with the text, and comes back with it', async () => {
  const { workbench } = session;
  const asked = fake.asked.length;
  await workbench.goTo(7, 30);
  await workbench.type('x');
  await workbench.lens('counted by Anthropic').waitFor({ state: 'detached' });
  await workbench.page.keyboard.press('Control+KeyZ');
  await workbench.lens('15 tokens, counted by Anthropic today').waitFor();
  assert.equal(fake.asked.length, asked);
});

test('a provider that refuses is a sentence, and our own number stays', async () => {
  const { workbench } = session;
  fake.reply = sends(500, '<html>the harbour is closed</html>');
  await workbench.goTo(8, 50);
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.dialog.getByRole('button', { name: 'Always Send to Anthropic' }).click();
  const problem = workbench.notification.filter({ hasText: 'Anthropic did not count: it answered 500' });
  await problem.waitFor();
  await workbench.picture('provider-refused');
  await workbench
    .lens(/^≈\d+ ±\d+ % tokens/)
    .first()
    .waitFor();
});

test('a key can be kept in the secret storage, and is asked for where there is none', async () => {
  const { workbench } = session;
  fake.reply = countsWords;
  await workbench.run('Notifications: Clear All Notifications');
  await workbench.openFile('tides.ts');
  await workbench.lens('gemini-2.5-pro').first().waitFor();
  await workbench.goTo(6, 30);
  await workbench.run('PromptMeter: Count with the Provider');
  await workbench.notification.filter({ hasText: 'set one here, or GEMINI_API_KEY' }).waitFor();
  await workbench.notification.getByText('Set Key…').click();
  await workbench.page.locator('.quick-input-widget input[type="password"]').fill('key-of-the-tides');
  await workbench.page.keyboard.press('Enter');
  await workbench.dialog.getByText('with your key from the secret storage of VS Code').waitFor();
  await workbench.dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await workbench.lens('14 tokens, counted by Google today').waitFor();
  assert.equal(fake.asked.at(-1)?.headers['x-goog-api-key'], 'key-of-the-tides');
});
