import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.ts';
import { tokensOf } from './oracle.ts';
import { openSession, type Session } from './session.ts';
import { plainSpaces } from './workbench.ts';

const berth = 'You assign berths in a small harbour. Answer with the number of one berth.';

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour', settings: { 'promptmeter.show': 'inlay' } });
  await session.workbench.openFile('harbour.ts');
});
after(() => session[Symbol.asyncDispose]());

test('inlay hints stand at the end of a prompt and at its holes, and no line moves', async () => {
  const { workbench } = session;
  await eventually(async () => {
    const prompt = plainSpaces((await workbench.line('You assign berths').textContent()) ?? '');
    assert.ok(prompt.includes(`'${tokensOf(berth)} tokens · $`), prompt);
    const hole = plainSpaces((await workbench.line('asks for a berth').textContent()) ?? '');
    assert.match(hole, /\$\{ship ?⟨parameter.*⟩ ?\}|\$\{ship\} ?⟨parameter.*⟩/);
  });
  await workbench.goTo(22);
  await workbench.line('⟨clock: varies by request⟩').waitFor();
  assert.equal(await workbench.lenses.count(), 0);
});

test('the hover tells where every number comes from', async () => {
  const { workbench } = session;
  await workbench.hoverAt(23, 8);
  // What the rules find may stand above it, and be there first.
  await workbench.hover.getByText('Pick the model…').waitFor();
  await eventually(async () => {
    const text = await workbench.hoverText();
    assert.match(text, /System prompt · openai/);
    assert.match(text, /\d+ tokens\. Exact: counted with the model's own vocabulary, o200k_base\./);
    assert.match(
      text,
      /\$0\.00\d+ per call for this text, \$0\.00\d+ when the provider's cache holds all of it\./,
    );
    assert.match(text, /Price of gpt-4\.1 at openai: genai-prices \d+\.\d+\.\d+, \d{4}-\d{2}-\d{2}\./);
    assert.match(text, /new Date\(\)\.toISOString\(\) at line 22 changes with every request/);
    assert.match(text, /line 22\s+⟨…⟩\s+new Date\(\)\.toISOString\(\) clock: changes with every request/);
  });
});

test('the hover of a prompt without a visible model says so and offers to pick one', async () => {
  const { workbench } = session;
  await workbench.hoverAt(35, 60);
  await workbench.hover.getByText('does not show which model').waitFor();
  await eventually(async () => {
    assert.match(await workbench.hoverText(), /does not show which model gets this prompt.*Pick the model…/s);
  });
  await workbench.clickInHover(35, 60, 'Pick the model…', workbench.quickPick);
  await workbench.page.keyboard.press('Escape');
});

test('the status bar counts the file, and the selection while there is one', async () => {
  const { workbench } = session;
  await workbench.goTo(1);
  await workbench.status.filter({ hasText: /4 prompts, ~\d+ ±\d+ % tokens/ }).waitFor();
  await workbench.goTo(7, 12);
  await workbench.select(6);
  await workbench.status.filter({ hasText: /^\s*~?\d+( ±\d+ %)? tokens?$/ }).waitFor();
  await workbench.run('PromptMeter: Count Tokens of the Selection');
  await workbench.notification.filter({ hasText: 'in 6 characters' }).waitFor();
});

test('the file’s prompts can be listed and gone to', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Go to Prompt in File…');
  const rows = workbench.quickPick;
  await rows.filter({ hasText: 'writeLogbook.system' }).waitFor();
  await eventually(async () => {
    assert.equal(await rows.count(), 4);
  });
  await workbench.type('writeLogbook');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.statusbar-item').filter({ hasText: 'Ln 22, Col 18' }).waitFor();
});

test('what is shown can be switched off and on again', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Show or Hide Tokens and Costs');
  await workbench.line('⟨clock').waitFor({ state: 'detached' });
  await workbench.run('PromptMeter: Show or Hide Tokens and Costs');
  await workbench.line('⟨clock: varies by request⟩').waitFor();
  await session.setSettings({ '[typescript]': { 'promptmeter.show': 'lens' } });
  await workbench.lens('gpt-4.1').waitFor();
});

test('the workspace is read into a report', async () => {
  const { workbench } = session;
  await workbench.run('PromptMeter: Scan Workspace');
  await workbench.line('# Prompts').first().waitFor();
  await workbench.line('## harbour.ts').waitFor();
});

test('the example of the walkthrough is read, though it has no file', async () => {
  const { workbench } = session;
  await session.setSettings({ 'promptmeter.show': 'lens' });
  await workbench.run('PromptMeter: Open an Example');
  await workbench.lens(/^\d+ tokens · \$0\.00\d+\/call · gpt-4o$/).waitFor();
  await workbench.lens('cache breaks at line 30').waitFor();
  await workbench.picture('example');
});
