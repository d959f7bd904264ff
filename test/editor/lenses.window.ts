import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './eventually.ts';
import { tokensOf } from './oracle.ts';
import { openSession, type Session } from './session.ts';

const berth = 'You assign berths in a small harbour. Answer with the number of one berth.';

let session: Session;
before(async () => {
  session = await openSession({ workspace: 'harbour' });
});
after(() => session[Symbol.asyncDispose]());

test('a line above each prompt says tokens, cost per call and model', async () => {
  const { workbench } = session;
  await workbench.openFile('harbour.ts');
  await eventually(async () => {
    const [first = '', second = ''] = await workbench.lensTexts();
    assert.equal(first.split(' · ')[0], `${tokensOf(berth)} tokens`);
    assert.match(first, /^\d+ tokens · \$0\.0000\d+\/call · gpt-4o$/);
    assert.equal(
      second.split(' · ')[0],
      `${Number(tokensOf('The ship ')) + Number(tokensOf(' asks for a berth.'))} tokens`,
    );
  });
});

test('a clock before fixed text is called by its line', async () => {
  const { workbench } = session;
  await workbench.goTo(22);
  await workbench.lens(/gpt-4\.1 · cache breaks at line 22$/).waitFor();
});

test('while a prompt is typed its numbers follow, and its line is never gone', async () => {
  const { workbench } = session;
  await workbench.goTo(10, 48);
  await workbench.lens('gpt-4o').first().waitFor();
  const watched = await workbench.watchLens('gpt-4o');
  await workbench.type('Be brief and kind to every captain. ');
  const prompt = await eventually(async () => {
    const [, content = ''] = /content: '([^']*)'/.exec(await workbench.lineText(10)) ?? [];
    assert.match(content, /Be brief and kind to every captain\. /);
    return content;
  });
  await workbench
    .lens(`${tokensOf(prompt)} tokens`)
    .first()
    .waitFor();
  assert.ok((await watched.fewest()) >= 1, 'the line above the prompt disappeared while typing');
});

test('a prompt without a visible model offers to pick one, and keeps the pick in the workspace', async () => {
  const { workbench } = session;
  await workbench.goTo(37);
  await workbench
    .lens(/^~.* tokens$/)
    .first()
    .waitFor();
  await workbench.clickLens('model unknown', workbench.quickPick.filter({ hasText: 'gpt-' }));
  await workbench.type('gpt-4.1-mini');
  await workbench.quickPick.filter({ hasText: 'gpt-4.1-mini' }).first().waitFor();
  await workbench.picture('pick-model');
  await workbench.page.keyboard.press('Enter');
  await workbench.lens('gpt-4.1-mini (assumed)').waitFor();
  await eventually(async () => {
    const settings = await session.readSettings();
    assert.deepEqual(settings['promptmeter.promptModels'], { 'harbour.ts#callPilot.system': 'gpt-4.1-mini' });
  });
});

test('a prompt is priced for the file that calls it, and follows a change there', async () => {
  const { workbench } = session;
  await workbench.page.keyboard.press('Control+KeyS');
  await workbench.openFile('rules.ts');
  await workbench.lens('gpt-4o-mini').waitFor();
  await session.writeFile('harbour.ts', (text) => text.replace("'gpt-4o-mini'", "'gpt-4.1-nano'"));
  await workbench.lens('gpt-4.1-nano').waitFor();
});

test('Python is read as well, and an unpublished vocabulary shows its band', async () => {
  const { workbench } = session;
  await workbench.openFile('harbour.py');
  await eventually(async () => {
    const [first = ''] = await workbench.lensTexts();
    assert.match(first, /^≈\d+ ±\d+ % tokens · ≈\$0\.0000\d+\/call · claude-sonnet-4-5$/);
  });
});

test('a file that is a prompt has a line above each message, and above nothing else', async () => {
  const { workbench } = session;
  await workbench.openFile('greeting.prompty');
  const system = 'You greet the captains of a small harbour in two sentences. Name the berth first.';
  await eventually(async () => {
    const texts = await workbench.lensTexts();
    assert.equal(texts.length, 2);
    assert.match(texts[0] ?? '', new RegExp(`^${tokensOf(system)} tokens · \\$0\\.0000\\d+/call · gpt-4o$`));
  });
  await workbench.openFile('AGENTS.md');
  await workbench.lens('model unknown').waitFor();
  await workbench.openFile('fog.j2');
  await workbench.lens(/^~\d+ ±\d+ % tokens$/).waitFor();
  await workbench.picture('prompt-file');
});

test('a page and data without a prompt stay as they are', async () => {
  const { workbench } = session;
  await workbench.openFile('tides.md');
  await workbench.run('PromptMeter: Go to Prompt in File…');
  await workbench.notification.filter({ hasText: 'not a file that PromptMeter reads' }).waitFor();
  await workbench.openFile('ships.json');
  await workbench.run('PromptMeter: Go to Prompt in File…');
  await workbench.notification.filter({ hasText: 'found no prompt in this file' }).waitFor();
  assert.equal(await workbench.lenses.count(), 0);
});

test('of a broken file the prompts that can be read are shown', async () => {
  const { workbench } = session;
  await workbench.openFile('broken.ts');
  await workbench.lens(`${tokensOf('You announce that the harbour is closed, and why.')} tokens`).waitFor();
});

test('a file that is too large is said to be unread', async () => {
  const { workbench } = session;
  await session.writeFile(
    'manifest.ts',
    () => `export const manifest = \`${'crate of herring\n'.repeat(140_000)}\`;\n`,
  );
  await workbench.openFile('manifest.ts');
  await workbench.status.filter({ hasText: 'not read' }).waitFor();
});
