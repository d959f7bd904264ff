import { lineStarts, LineIndex } from '../../../../src/core/text.ts';
import { sourceOffset } from '../../../../src/core/source/decoded.ts';
import type { Report } from '../../../../src/core/report.ts';

/** One prompt, as every format writes it: two lines, three holes, a quote and a character beyond the first plane. */
export const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  prompty: {
    'shop/bakery.prompty': `---
name: bakery
model:
  id: gpt-4o
  provider: openai
---
system:
You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.
Only answer in {{language}}.
`,
  },
  dotprompt: {
    'shop/bakery.prompt': `---
model: openai/gpt-4o
---
{{role "system"}}
You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.
Only answer in {{language}}.
`,
  },
  'a prompt file of VS Code': {
    '.github/prompts/bakery.prompt.md': `---
description: What to buy today
model: gpt-4o
---
You work at "Hearth & Crumb" 🥐. Recommend \${bread} to \${customer}.
Only answer in \${language}.
`,
  },
  'plain text': {
    'shop/prompts/bakery.txt': `You work at "Hearth & Crumb" 🥐. Recommend {bread} to {customer}.
Only answer in {language}.
`,
  },
  'plain text without an ending': {
    'shop/preprompts/bakery': `You work at "Hearth & Crumb" 🥐. Recommend \${bread} to \${customer}.
Only answer in \${language}.
`,
  },
  Markdown: {
    'shop/prompts/bakery.md': `You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.
Only answer in {{language}}.
`,
  },
  Jinja: {
    'shop/prompts/bakery.j2': `{# the counter #}You work at "Hearth & Crumb" 🥐. Recommend {{ bread }} to {{ customer | title }}.
Only answer in {{ language }}.
`,
  },
  Handlebars: {
    'shop/prompts/bakery.hbs': `{{! the counter }}
You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{{customer}}}.
Only answer in {{~ " " ~}} {{language}}.`.replace('{{~ " " ~}} ', ''),
  },
  Liquid: {
    'shop/prompts/bakery.liquid': `{% comment %} the counter {% endcomment -%}
You work at "Hearth & Crumb" 🥐. Recommend {{ bread }} to {{ customer | capitalize }}.
Only answer in {{ language }}.`,
  },
  'Semantic Kernel': {
    'shop/Bakery/skprompt.txt': `You work at "Hearth & Crumb" 🥐. Recommend {{$bread}} to {{$customer}}.
Only answer in {{$language}}.
`,
    'shop/Bakery/config.json':
      '{ "schema": 1, "execution_settings": { "default": { "model_id": "gpt-4o" } } }',
  },
  'Semantic Kernel, in YAML': {
    'shop/bakery.yaml': `name: bakery
template_format: handlebars
template: |-
  You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.
  Only answer in {{language}}.
execution_settings:
  default:
    model_id: gpt-4o
`,
  },
  promptfoo: {
    'promptfooconfig.yaml': `providers:
  - openai:chat:gpt-4o
prompts:
  - file://prompts/other.txt
  - "You work at \\"Hearth & Crumb\\" \\U0001F950. Recommend {{bread}} to {{customer}}.\\n
    Only answer in {{language}}."
`.replace('.\\n\n    Only', '.\\n\\\n    Only'),
  },
  CrewAI: {
    'shop/config/agents.yaml': `baker:
  role: ''
  goal: ''
  backstory: >
    You work at "Hearth & Crumb" 🥐. Recommend {bread}
    to {customer}.

    Only answer in {language}.
  llm: gpt-4o
`,
  },
  'SWE-agent': {
    'shop/agent.yaml': `agent:
  model:
    name: gpt-4o
  templates:
    system_template: |
      You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.
      Only answer in {{language}}.
`,
  },
  'LangChain, in JSON': {
    'shop/bakery.json': `{
  // saved by the baker
  "_type": "prompt",
  "input_variables": ["bread", "customer", "language"],
  "template": "You work at \\"Hearth & Crumb\\" \\ud83e\\udd50. Recommend {bread} to {customer}.\\nOnly answer in {language}.",
}`,
  },
  messages: {
    'shop/request.json': JSON.stringify(
      {
        model: 'gpt-4o',
        messages: [
          {
            role: 'system',
            content:
              'You work at "Hearth & Crumb" 🥐. Recommend {{bread}} to {{customer}}.\nOnly answer in {{language}}.',
          },
        ],
      },
      null,
      2,
    ),
  },
  'a key of YAML': {
    'shop/settings.yaml': `system_prompt: 'You work at "Hearth & Crumb" 🥐. Recommend {bread}
  to {customer}.

  Only answer in {language}.'
`,
  },
  'a key of TOML': {
    'shop/settings.toml': `[counter.prompts]
system = """
You work at "Hearth & Crumb" \\U0001F950. Recommend {{bread}} \\
    to {{customer}}.
Only answer in {{language}}."""
`,
  },
  'a notebook': {
    'shop/bakery.ipynb': JSON.stringify(
      {
        cells: [
          { cell_type: 'markdown', source: ['# You are the baker'] },
          { cell_type: 'code', source: ['%pip install openai\n', '!ls\n', 'from openai import OpenAI'] },
          { cell_type: 'code', source: '%%bash\necho "You are in the shop, always"' },
          {
            cell_type: 'code',
            source: [
              'SYSTEM_PROMPT = (\n',
              '    "You work at \\"Hearth & Crumb\\" 🥐. Recommend {bread} "\n',
              '    "to {customer}.\\nOnly answer in {language}."\n',
              ')',
            ],
          },
        ],
        metadata: { kernelspec: { language: 'python' } },
        nbformat: 4,
      },
      null,
      1,
    ),
  },
};

/** For every character of every text that differs from what stands at its place in the source: both, and where. */
export function misplaced(report: Report, files: Readonly<Record<string, string>>): string[] {
  return report.prompts.flatMap(({ path, segments }) =>
    segments.flatMap((segment) => {
      if (segment.kind === 'hole') return [];
      const source = files[path] ?? '';
      return segment.text.split('').flatMap((_, i) => wrong(segment, source, i));
    }),
  );
}

function wrong(
  segment: { readonly text: string; readonly map: readonly number[] },
  source: string,
  offset: number,
): string[] {
  const wanted = segment.text[offset] ?? '';
  const at = sourceOffset(segment, offset);
  const found = source[at] ?? '';
  // the second half of one escape
  if (/[\udc00-\udfff]/.test(wanted) && source[at - 1] === '\\') return [];
  // an escape, or a line break that became a space
  if (found === wanted || found === '\\' || (/\s/.test(wanted) && /\s/.test(found))) return [];
  const { line, column } = new LineIndex(lineStarts(source)).position(at);
  return [
    `${JSON.stringify(wanted)} is said to stand at ${line + 1}:${column + 1}, where ${JSON.stringify(found)} is`,
  ];
}
