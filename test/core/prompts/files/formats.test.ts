import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Analyzer } from '../../../../src/core/analyze.ts';
import { defaultConfig } from '../../../../src/core/config.ts';
import { memoryHost, reportOf } from '../../../hostile/memory.ts';

/** `names role`, the text with its holes, and the model: what each prompt of one file is read as. */
async function read(path: string, text: string): Promise<string[]> {
  const report = await reportOf({ [path]: text });
  return report.prompts.map(({ id, role, segments, model }) => {
    const sent = segments.map((segment) =>
      segment.kind === 'hole' ? `⟨${segment.expression}⟩` : segment.text,
    );
    return `${id.slice(id.indexOf('#') + 1)} ${role}: ${sent.join('')}${model === null ? '' : ` → ${model.id}`}`;
  });
}

const front = '---\nname: pilot\ndescription: Use it to bring ships in.\nmodel: gpt-4o\n---\n\n';

const cases: Readonly<Record<string, readonly [path: string, text: string, expected: readonly string[]]>> = {
  'prompty: messages, tools and the first version of the model': [
    'pilot.prompty',
    `---
model:
  configuration:
    type: azure_openai
    azure_deployment: gpt-4o
tools:
  - name: tide
    description: Says how high the water stands.
---
# system:
You pilot ships.

user[name="Anna"]:
{{question}}

Assistant:
Aye, {{ captain }}.
`,
    [
      'tools.tide tool-description: Says how high the water stands. → gpt-4o',
      'system system: You pilot ships. → gpt-4o',
      'assistant assistant: Aye, ⟨captain⟩. → gpt-4o',
    ],
  ],
  'prompty: text without a role is the system’s': [
    'pilot.prompty',
    'You pilot ships.',
    ['system system: You pilot ships.'],
  ],
  'dotprompt: roles, history, comments': [
    'pilot.prompt',
    `# licensed to harbours\n---\nmodel: googleai/gemini-2.5-flash\n---
{{!-- {{role "system"}} comes below --}}
You pilot ships.
{{role 'system'}}Be brief.{{history}}Aye.{{role "user"}}
{{#each ships}}
- {{this}} {{> tides}}
{{/each}}
`,
    [
      'user user: You pilot ships. → gemini-2.5-flash',
      'system system: Be brief. → gemini-2.5-flash',
      'model assistant: Aye. → gemini-2.5-flash',
    ],
  ],
  'a template of Go': [
    'prompts/pilot_system.tmpl',
    '{{template "voice.tmpl" .}}\nYou pilot ships into {{.Harbour}}.{{if .Fog}} Answer slowly.{{end}}\n',
    ['prompt system: ⟨template "voice.tmpl" .⟩\nYou pilot ships into ⟨.Harbour⟩. Answer slowly.\n'],
  ],
  'a template of Go in the templates of a package for prompts': [
    'internal/prompt/templates/pilot.md.gotmpl',
    'You pilot ships into {{.Harbour}}. Always name the berth.\nDate: {{.Day}}\n',
    ['prompt template: You pilot ships into ⟨.Harbour⟩. Always name the berth.\nDate: ⟨.Day⟩\n'],
  ],
  'a view of Rails': [
    'app/prompts/pilot/instructions.txt.erb',
    'You pilot ships into <%= harbour %>.\n<% if fog -%>\nAnswer slowly.\n<% end -%>\n',
    ['prompt template: You pilot ships into ⟨harbour⟩.\nAnswer slowly.\n'],
  ],
  'a view of Laravel': [
    'resources/views/prompts/pilot.blade.php',
    'You pilot ships into {{ $harbour }}.\n@if ($fog)\nAnswer slowly.\n@endif\n',
    ['prompt template: You pilot ships into ⟨$harbour⟩.\n\nAnswer slowly.\n\n'],
  ],
  'a text that is called a prompt and says who it speaks to': [
    'pkg/systemprompt_default.txt',
    'You are Pilot, who brings ships into the harbour. Answer in one line.\n',
    ['prompt system: You are Pilot, who brings ships into the harbour. Answer in one line.'],
  ],
  'a text whose name begins with what it is': [
    'lib/prompt-user.txt',
    'Answer the question of the captain: {question}\n',
    ['prompt user: Answer the question of the captain: ⟨question⟩'],
  ],
  'a bare template with the ending of dotprompt': [
    'system.prompt',
    'You pilot ships.{% if fog %} Mind the fog at {{ place }}.{% endif %}\n',
    ['prompt system: You pilot ships. Mind the fog at ⟨place⟩.'],
  ],
  'AGENTS.md is sent whole': [
    'docs/AGENTS.md',
    `---\na: b\n---\nMind {the} fog.\n`,
    ['prompt system: ---\na: b\n---\nMind {the} fog.'],
  ],
  'CLAUDE.md takes in other files': [
    'CLAUDE.md',
    'Mind @docs/fog.md, always.',
    ['prompt system: Mind ⟨@docs/fog.md⟩, always.'],
  ],
  'a skill: its description, and its body': [
    '.claude/skills/pilot/SKILL.md',
    `${front}Mind the fog.\n`,
    [
      'description tool-description: Use it to bring ships in. → gpt-4o',
      'prompt system: Mind the fog. → gpt-4o',
    ],
  ],
  'instructions without their front matter': [
    '.github/instructions/fog.instructions.md',
    '---\napplyTo: "**/*.ts"\n---\nMind the fog.\n',
    ['prompt system: Mind the fog.'],
  ],
  'a prompt file of VS Code is the user’s': [
    '.github/prompts/fog.prompt.md',
    '---\nmodel: Claude Sonnet 4\n---\nMind ${input:what:fog}.\n',
    ['prompt user: Mind ⟨input:what:fog⟩.'],
  ],
  'a rule of Cursor': [
    '.cursor/rules/fog.mdc',
    '---\ndescription: When there is fog\nglobs:\nalwaysApply: false\n---\nMind the fog.',
    ['description tool-description: When there is fog', 'prompt system: Mind the fog.'],
  ],
  'a slash command': ['.claude/commands/fog.md', 'Mind $ARGUMENTS.', ['prompt user: Mind ⟨$ARGUMENTS⟩.']],
  '.cursorrules': ['.cursorrules', 'Mind the fog.', ['prompt system: Mind the fog.']],
  '.windsurfrules': ['.windsurfrules', 'Mind the fog.', ['prompt system: Mind the fog.']],
  'copilot-instructions.md': [
    '.github/copilot-instructions.md',
    'Mind the fog.',
    ['prompt system: Mind the fog.'],
  ],
  'CrewAI tasks': [
    'config/tasks.yaml',
    'pilot:\n  description: >\n    Bring in {ship}.\n  expected_output: A ship at its berth.\n  agent: pilot\n',
    ['pilot.description user: Bring in ⟨ship⟩.\n', 'pilot.expected_output user: A ship at its berth.'],
  ],
  'promptfoo: names a model only where there is one': [
    'promptfooconfig.yaml',
    'providers: [openai:gpt-4o, anthropic:messages:claude-sonnet-4-5]\nprompts:\n  - id: a\n    raw: Bring in {{ship}} now.\n  - prompts/b.txt\n',
    ['prompts.1.raw template: Bring in ⟨ship⟩ now.'],
  ],
  'messages with parts': [
    'request.json',
    JSON.stringify([
      {
        role: 'developer',
        content: [
          { type: 'text', text: 'You pilot ships.' },
          { type: 'image_url', image_url: 'x' },
        ],
      },
      { role: 'user', content: 'Bring in {{ship}}.' },
    ]),
    ['developer system: You pilot ships.', 'user user: Bring in ⟨ship⟩.'],
  ],
  'a workflow that asks a model': [
    '.github/workflows/review.yml',
    'jobs:\n  a:\n    steps:\n      - with:\n          prompt: |\n            You review ships. Always answer in JSON.\n            Ship: ${{ github.event.number }}\n',
    [
      'jobs.a.steps.1.with.prompt template: You review ships. Always answer in JSON.\nShip: ⟨github.event.number⟩\n',
    ],
  ],
  'a marker names the model': [
    'prompts/pilot.md',
    '<!-- promptmeter: model=gpt-4.1 -->\nYou pilot ships. Always answer briefly.',
    ['prompt system: <!-- promptmeter: model=gpt-4.1 -->\nYou pilot ships. Always answer briefly. → gpt-4.1'],
  ],
  'a marker leaves a file out': ['AGENTS.md', '<!-- promptmeter-ignore-file -->\nMind the fog.', []],
};

describe('what a prompt file is read as', () => {
  for (const [what, [path, text, expected]] of Object.entries(cases))
    it(what, async () => {
      assert.deepEqual(await read(path, text), expected);
    });
});

describe('how a hole of a template varies', () => {
  const holes: Readonly<Record<string, string>> = {
    '{% for m in chat_history %}{{ m }}{% endfor %}': 'request, history',
    '{% set day = now() %}{{ day }}': 'request, clock',
    '{{ strftime_now("%d") }}': 'request, clock',
    '{{ tools }}': 'deploy, configuration',
    '{% include "rules.j2" %}': 'deploy, another file',
    '{{ thing }}': 'unknown, placeholder',
  };
  for (const [text, expected] of Object.entries(holes))
    it(text, async () => {
      const { prompts } = await reportOf({
        'prompts/a.j2': `You are the pilot of a ship. Always answer. ${text}`,
      });
      const hole = prompts[0]?.segments.find(({ kind }) => kind === 'hole');
      assert.equal(hole?.kind === 'hole' ? `${hole.varies}, ${hole.because}` : null, expected);
    });
});

describe('a prompt file that changes', () => {
  it('is read again, and so is one whose settings stand beside it', async () => {
    const config = (model: string): string => `{"execution_settings": {"default": {"model_id": "${model}"}}}`;
    const files = new Map([
      ['a/skprompt.txt', 'Bring in {{$ship}}.'],
      ['a/config.json', config('gpt-4o')],
    ]);
    const analyzer = new Analyzer(memoryHost(files), defaultConfig);
    const model = async (): Promise<string | undefined> =>
      (await analyzer.analyze(['a/skprompt.txt'])).prompts[0]?.model?.id;
    assert.equal(await model(), 'gpt-4o');
    files.set('a/config.json', config('gpt-4.1'));
    assert.deepEqual(analyzer.changed('a/config.json'), ['a/config.json', 'a/skprompt.txt']);
    assert.equal(await model(), 'gpt-4.1');
  });
});
