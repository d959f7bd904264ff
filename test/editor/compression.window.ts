import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.ts';
import { savedIn } from './saved.ts';
import { openSession, type Session } from './session.ts';

const customs = `import OpenAI from 'openai';

const openai = new OpenAI();

export const CUSTOMS_PROMPT = \`You are the customs office of a small harbour.


Your task is to answer the questions of captains in a clear and polite manner. In order to find a ship, you must always ask for its name prior to anything else. Please make sure that you never name the cargo of another ship, due to the fact that this is forbidden by law. In the event that a captain is not able to give a name, tell them to come to the office on the quay with their papers between 8:00 and 16:00. It is important to note that answers should be at most 3 sentences long. Please do not make use of any abbreviations.

The fees:
{
  "berth": { "perNight": 24, "currency": "EUR" },
  "crane": { "perHour": 85, "currency": "EUR" }
}
\`;

export const clear = (question: string) =>
  openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: CUSTOMS_PROMPT },
      { role: 'user', content: question },
    ],
  });
`;

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', size: { width: 1600, height: 900 } });
  await session.writeFile('customs.ts', () => customs);
  await session.workbench.openFile('customs.ts');
});
after(() => session[Symbol.asyncDispose]());

test('a prompt is compressed edit by edit, with one step to undo', async () => {
  const { workbench } = session;
  const page = workbench.pageContent;
  await workbench.clickLens(
    'compress…',
    workbench.page.locator('.tab', { hasText: 'Compress: CUSTOMS_PROMPT' }),
  );
  const boxes = page.getByRole('checkbox');
  await boxes.first().waitFor();
  const all = await boxes.count();
  assert.ok(all >= 8, `${all} edits`);
  const summary = page.locator('.summary');
  const full = savedIn(await summary.innerText());
  await workbench.picture('compress-all');

  await page.getByRole('checkbox', { name: '“before” for “prior to”' }).uncheck();
  await page.getByText(`${all - 1} of ${all} edits taken`).waitFor();
  const partial = savedIn(await summary.innerText());
  assert.equal(partial, full - 1);
  await workbench.picture('compress-partial');

  await page.getByRole('button', { name: 'Show Diff' }).click();
  const diff = workbench.page.locator('.diff-editor, .monaco-diff-editor').first();
  await diff.locator('.view-line', { hasText: 'prior to anything else' }).first().waitFor();
  await diff.locator('.view-line', { hasText: '"berth":{"perNight":24' }).first().waitFor();
  await workbench.picture('compress-diff');

  await page.getByRole('button', { name: 'Apply' }).click();
  await page
    .getByText('There is nothing to shorten')
    .or(page.getByText('1 of 1 edits taken'))
    .first()
    .waitFor();
  await workbench.page.getByRole('tab', { name: 'customs.ts, Editor Group 1' }).click();
  await workbench.goTo(5);
  await eventually(async () => {
    const saved = await read();
    assert.match(saved, /prior to anything else/);
    assert.match(saved, /To find a ship, (?:you must )?always ask/);
    assert.match(saved, /\{"berth":\{"perNight":24,"currency":"EUR"\}/);
    assert.doesNotMatch(saved, /in order to/i);
  });
  await workbench.picture('compress-applied');

  await workbench.goTo(5);
  await workbench.page.keyboard.press('Control+KeyZ');
  await eventually(async () => {
    assert.equal(await read(), customs);
  });
  await workbench.picture('compress-undone');
});

function read(): Promise<string> {
  return readFile(join(session.folder, 'customs.ts'), 'utf8');
}
