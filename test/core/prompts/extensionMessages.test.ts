import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

const background = `chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message.type === 'ask') ask(message.question).then(respond);
  return true;
});
async function ask(question) {
  const answer = await fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: question }] }),
  });
  return answer.json();
}`;

async function found(content: string): Promise<string[]> {
  const { prompts } = await reportOf({
    'lighthouse/background.js': background,
    'lighthouse/content.js': content,
  });
  return prompts.map(
    ({ path, found, role, model }) => `${path} ${found} ${role} ${model === null ? '-' : model.id}`,
  );
}

describe('the messages of a browser extension', () => {
  it('take a prompt to the part that sends it', async () => {
    const content = `const question = \`Sum up the log of the lighthouse: \${document.body.innerText}\`;
chrome.runtime.sendMessage({ type: 'ask', question }, show);`;
    assert.deepEqual(await found(content), ['lighthouse/content.js call user gpt-4o-mini']);
  });

  it('also to a listener that has a name, and with the promises of Firefox', async () => {
    const named = background
      .replace(
        'chrome.runtime.onMessage.addListener((message, sender, respond) => {',
        'function hear(message, sender, respond) {',
      )
      .replace('return true;\n});', 'return true;\n}\nbrowser.runtime.onMessage.addListener(hear);');
    const { prompts } = await reportOf({
      'lighthouse/background.js': named,
      'lighthouse/popup.js': `await browser.runtime.sendMessage({ type: 'ask', question: 'Which ships passed the lighthouse?' });`,
    });
    assert.deepEqual(
      prompts.map(({ path, model }) => `${path} ${model?.id ?? '-'}`),
      ['lighthouse/popup.js gpt-4o-mini'],
    );
  });

  it('are nothing to another function of that name, or under another entry', async () => {
    const content = `radio.sendMessage({ type: 'ask', question: 'Which ships passed the lighthouse?' });
chrome.runtime.sendMessage({ type: 'ask', note: 'Which ships passed the lighthouse?' });`;
    assert.deepEqual(await found(content), []);
  });
});
