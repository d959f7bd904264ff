import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { errors, type Locator } from 'playwright-core';
import { savedIn } from './saved.ts';
import { openSession, type Session } from './session.ts';
import { isThere } from './workbench.ts';

const fees = `import OpenAI from 'openai';

const openai = new OpenAI();

export const FEES_PROMPT = \`You are the cashier of a small harbour.

# Fees
In order to name a fee, you must always ask for the length of the boat prior to anything else. Never name the fee of another boat. Please make sure that you answer in a clear and polite manner, due to the fact that captains are in a hurry.

# Papers
In the event that the papers of a boat are missing, you must not name any fee. Always name the fee of another boat.
\`;

export const ask = (question: string) =>
  openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: FEES_PROMPT },
      { role: 'user', content: question },
    ],
  });
`;

/** No two lines of it are the same. @param count of lines; each has some 33 tokens. */
function longPrompt(count: number): string {
  const line = (i: number): string =>
    `In order to berth boat ${i}, you must always ask for its length prior to anything else, due to the fact that quay ${i} is short.`;
  const lines = Array.from({ length: count }, (_, i) => line(i)).join('\n');
  return `export const QUAYS_PROMPT = \`You are the office of a harbour.\n${lines}\`;\n`;
}

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', size: { width: 1600, height: 900 } });
  await session.writeFile('fees.ts', () => fees);
  await session.writeFile('quays.ts', () => longPrompt(3000));
  await session.writeFile('fleet.ts', () => longPrompt(14_000));
  await session.workbench.openFile('fees.ts');
  await session.workbench.lens('tokens').first().waitFor();
});
after(() => session[Symbol.asyncDispose]());

test('a prompt is compressed from the context menu, and the level chooses how far', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  const item = workbench.page.locator('.monaco-menu').getByText('Compress Prompt', { exact: false }).first();
  const box = page.getByRole('checkbox').first();
  // a menu that opens while the editor still draws may close again, or take no click
  for (let attempt = 0; attempt < 5; attempt++) {
    // near its beginning: to click into the middle of a long line scrolls the editor
    const line = workbench.line('In order to name a fee').first();
    await line.click({ button: 'right', position: { x: 40, y: 8 } });
    if ((await isThere(item, 3000)) && (await isClicked(item)) && (await isThere(box, 15_000))) break;
    await workbench.page.keyboard.press('Escape');
  }
  await box.waitFor();
  const summary = page.locator('.summary');
  const balanced = await summary.innerText();
  await page.getByRole('radio', { name: 'Safe' }).click();
  await page.locator('.summary', { hasNotText: balanced }).waitFor();
  assert.ok(savedIn(await summary.innerText()) < savedIn(balanced));
  await page.getByRole('radio', { name: 'Aggressive' }).click();
  await page.locator('.kind', { hasText: 'article' }).first().waitFor();
  const kinds = await page.locator('.kind').allInnerTexts();
  for (const kind of kinds) assert.equal(new Set(kind.split(', ')).size, kind.split(', ').length, kind);
  await workbench.picture('compress-aggressive');
});

test('sections with their share, and sentences that say the opposite, are pointed out', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await page.getByText('says the opposite of an earlier one').waitFor();
  await page.getByText(/The section "Fees" has \d+ tokens, \d+ % of the prompt/).waitFor();
  await page.getByText('1,024 tokens').or(page.getByText('What only you can shorten')).first().waitFor();
  await workbench.picture('compress-pointers');
});

test('a prompt is compressed by the refactoring at the cursor', async () => {
  const { workbench } = session;
  await workbench.page.locator('.tab', { hasText: 'Compress: FEES_PROMPT' }).first().click();
  await workbench.run('View: Close Editor');
  await workbench.openFile('fees.ts');
  await workbench.goTo(8, 12);
  await workbench.page.keyboard.press('Control+Shift+KeyR');
  await workbench.choice('Compress this prompt…').click();
  await workbench.pageContent.getByRole('checkbox').first().waitFor();
});

test('without a language model the page says what brings one', async () => {
  const { workbench } = session;
  await workbench.pageContent.getByRole('button', { name: 'Rewrite with a Language Model…' }).click();
  await workbench.notification.filter({ hasText: 'No language model is available in this editor' }).waitFor();
});

test('an evaluation of both texts is written to where a person wants it', async () => {
  const { workbench } = session;
  await workbench.pageContent.getByRole('button', { name: 'Export A/B Evaluation…' }).click();
  const box = workbench.page.locator('.quick-input-widget input').first();
  await box.waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.tab', { hasText: 'promptfooconfig.yaml' }).waitFor();
  const written = await readFile(join(session.folder, 'promptfooconfig.yaml'), 'utf8');
  assert.match(written, /label: original/);
  assert.match(written, /label: compressed/);
  await workbench.picture('compress-evaluation');
});

test('a text of 100,000 tokens holds nobody up', async () => {
  const { workbench } = session;
  await workbench.openFile('quays.ts');
  await workbench.lens('tokens').first().waitFor();
  await workbench.goTo(2, 10);
  await workbench.run('PromptMeter: Compress Prompt');
  // meanwhile the numbers of another prompt come as ever
  await workbench.openFile('harbour.ts');
  await workbench.lens('gpt-4o').first().waitFor();
  await workbench.page.locator('.tab', { hasText: 'Compress: QUAYS_PROMPT' }).waitFor();
});

test('what takes long can be cancelled', async () => {
  const { workbench } = session;
  await workbench.page.locator('.tab', { hasText: 'Compress: QUAYS_PROMPT' }).click();
  await workbench.page.keyboard.press('Control+KeyW');
  await workbench.openFile('fleet.ts');
  await workbench.lens('tokens').first().waitFor();
  const progress = workbench.notification.filter({ hasText: 'PromptMeter compresses the prompt' });
  const page = workbench.page.locator('.tab', { hasText: 'Compress: QUAYS_PROMPT' });
  // A machine that is faster than a person is given another chance to be stopped.
  for (let attempt = 0; attempt < 5; attempt++) {
    await workbench.goTo(2, 10);
    await workbench.run('PromptMeter: Compress Prompt');
    if (await isClicked(progress.getByRole('button', { name: 'Cancel' }))) break;
    await page.click();
    await workbench.page.keyboard.press('Control+KeyW');
  }
  await progress.waitFor({ state: 'detached' });
  assert.equal(await page.count(), 0);
});

/** Whether a button could be clicked while it was there. */
async function isClicked(button: Locator): Promise<boolean> {
  await button.waitFor();
  return button.click({ timeout: 3000 }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
}
