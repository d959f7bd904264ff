import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { promptFormat } from '../../../../src/core/prompts/files.ts';
import { reportOf } from '../../../hostile/memory.ts';

const page = `# Prompts of the harbour

You are the pilot of a ship? Then you should always read this page first. Please follow the steps below:

1. Install the tool. You must have Node 20.
2. Write your prompt: "You are a helpful harbour master. Answer in JSON."
`;

/** Files in which prompts are spoken about, or which only look like some. */
const innocent: Readonly<Record<string, string>> = {
  'README.md': page,
  'prompts/README.md': page,
  'docs/prompts.md': page,
  'docs/prompts/writing.md': page,
  'CHANGELOG.md': page,
  'CONTRIBUTING.md': page,
  'blog/system-prompts.md': page,
  'Installation-Instructions.txt': page,
  'prompts/package.json':
    '{ "name": "prompts", "description": "You are welcome to use these prompts, always." }',
  'templates/page.html': '<div class="prompt">You are an expert, you must always answer in JSON.</div>',
  'prompts/page.html.tmpl': '<p>You must always answer. {{.Ship}}</p>',
  'templates/ship.tmpl': 'You must check {{.Ship}} and answer the harbour.\n',
  'app/views/pilots/mail.text.erb': 'You are an expert, <%= @pilot %>. Your task is to answer the harbour.\n',
  'app/service/prompt/errors/Harbour.java':
    'class Harbour { String full() { return "No berth is free before noon, so the ship has to wait outside."; } }',
  'templates/page.html.j2':
    '<html>{% block body %}You are an assistant. You must answer.{% endblock %}</html>',
  'templates/mail.j2':
    'Dear {{ customer }},\n\nyour ship {{ ship }} has arrived. Please pay the fee of {{ fee }} at the harbour office.\n',
  'templates/nginx.conf.j2': 'server {\n  listen {{ port }};\n  root {{ root }};\n}\n',
  'templates/list.hbs': '<ul>{{#each ships}}<li>You must check {{this}}</li>{{/each}}</ul>',
  'roles/ship/templates/motd.j2':
    'Welcome to {{ host }}. You must not use this machine without permission.\n',
  'locales/en.json': JSON.stringify({
    systemPrompt: 'Enter the system prompt that you want to use for your assistant, or leave it empty.',
    instructions: 'Please choose a ship. You must always enter a name.',
  }),
  'src/i18n/en.yaml': 'prompt: Please enter the name of your ship, you must always give one.\n',
  'package.json': JSON.stringify({
    name: 'harbour',
    description: 'You are an expert in ships? Then this prompt tool is for you.',
    scripts: { prompt: 'echo "You are here, always answer"' },
  }),
  '.github/workflows/build.yml': `on: push
jobs:
  build:
    steps:
      - name: You must always check out
        run: |
          echo "You are an assistant. Always answer in JSON."
          npm test
`,
  '.github/actions/fetch-prompt/action.yml': `runs:
  steps:
    - shell: bash
      run: |
        set -e
        echo "You must always fetch the prompt. You are an assistant, answer in JSON only, please."
`,
  'openapi.yaml':
    'paths:\n  /prompts:\n    post:\n      description: Creates a prompt. You must always give a text.\n',
  'api/schema.json': JSON.stringify({
    properties: {
      prompt: {
        type: 'string',
        description: 'The prompt you want to give to the model. You must always give one.',
      },
      system_prompt: { title: 'System prompt', examples: ['You are a harbour master.'] },
    },
  }),
  'data/ships.json': JSON.stringify([
    { name: 'Anna', prompt: true, system: 'diesel' },
    { instructions: 'tow' },
  ]),
  'results/answers.json': JSON.stringify([
    { prompt: 'You are a pilot. Answer in JSON, always.', answer: 'no' },
  ]),
  'chat/recorded.json': JSON.stringify([
    { role: 'user', content: 'When does the next ship arrive at the harbour?' },
    { role: 'assistant', content: 'You should look at the board. It arrives at noon.' },
  ]),
  'docker-compose.yml': 'services:\n  ship:\n    environment:\n      PROMPT: "You are always here"\n',
  'terminal.yaml':
    'prompt: "Are you sure you want to unload the ship? [y/N] "\nps1_prompt: "\\\\u@\\\\h:\\\\w$ "\n',
  'settings.toml': '[shell]\nprompt = "[{user}@{host}] "\nsystem = "linux"\n',
  'prompts/ships.txt': 'Anna\nBertha\nCaesar\n',
  'prompts/query.txt': 'SELECT name FROM ships WHERE you = 1 AND prompt = 2',
  'skills.md': page,
  'notes.txt': 'You are an assistant. You must always answer in JSON.',
};

describe('files that are no prompts', () => {
  for (const [path, text] of Object.entries(innocent))
    it(path, async () => {
      if (promptFormat(path) === null) return;
      const { prompts, unread } = await reportOf({ [path]: text });
      assert.deepEqual(
        prompts.map(({ id, confidence }) => `${id} ${confidence}`),
        [],
      );
      assert.deepEqual(unread, []);
    });

  it('are not even read where their name says so', () => {
    const read = Object.keys(innocent).filter((path) => promptFormat(path) !== null);
    for (const path of [
      'README.md',
      'docs/prompts.md',
      'package.json',
      'locales/en.json',
      'openapi.yaml',
      'notes.txt',
    ])
      assert.ok(!read.includes(path), path);
  });
});
