import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { demandsOf } from '../../src/core/compress/demands.ts';
import { holeMark, type Draft } from '../../src/core/compress/draft.ts';
import { viewOf } from '../../src/core/compress/view.ts';
import { evaluationOf } from '../../src/report/evaluation.ts';
import { shorten, vocabularies } from '../core/compress/counting.ts';

const text = `You are the harbour office. In order to greet ${holeMark}, use {language}.\n\nNever name the {% if late %} price of {{ berth }}. Be kind. Answer in at most 3 sentences.`;

/** As far as promptfoo publishes its form. */
interface Configuration {
  readonly description: string;
  readonly prompts: readonly { readonly id: string; readonly label: string; readonly raw: string }[];
  readonly providers: readonly string[];
  readonly defaultTest: { readonly assert: readonly { readonly type: string; readonly value: string }[] };
  readonly tests: readonly { readonly vars: Readonly<Record<string, string>> }[];
}

describe('an A/B evaluation', () => {
  const { configuration, source } = evaluated('system', 'claude-opus-4-8');

  it('sends both variants the same, each value that is filled in as a variable', () => {
    const [original, compressed] = configuration.prompts;
    const system = (raw: string | undefined): string =>
      (JSON.parse(raw ?? '') as { content: string }[])[0]?.content ?? '';
    assert.equal(
      system(original?.raw),
      `You are the harbour office. In order to greet {{captain_name}}, use {{language}}.\n\nNever name the {{ '{%' }} if late %} price of {{ berth }}. Be kind. Answer in at most 3 sentences.`,
    );
    assert.equal(system(compressed?.raw), system(original?.raw).replace('In order to', 'To'));
    for (const { vars } of configuration.tests)
      assert.deepEqual(Object.keys(vars).sort(), ['berth', 'captain_name', 'input', 'language']);
  });

  it('asks a judge for each thing that the prompt asks for, with nothing to fill in', () => {
    const rules = configuration.defaultTest.assert.map(({ type, value }) => [type, value.split(': ')[1]]);
    assert.deepEqual(rules, [
      ['llm-rubric', 'Never name the if late price of berth .'],
      ['llm-rubric', 'Answer in at most 3 sentences.'],
    ]);
  });

  it('names the provider of the model, and says how it is run', () => {
    assert.deepEqual(configuration.providers, ['anthropic:messages:claude-opus-4-8']);
    assert.match(source, /^# yaml-language-server: \$schema=https:\/\/promptfoo\.dev\/config-schema\.json\n/);
    assert.match(source, /npx promptfoo@latest eval -c/);
    // what a person writes into one test is not to come into the others
    assert.doesNotMatch(source, /vars: [&*]/);
  });

  it('sends as it is what is no system text, and leaves an unknown model to be named', () => {
    const { configuration: other } = evaluated('user', null);
    assert.match(other.prompts[0]?.raw ?? '', /^You are the harbour office\./);
    assert.match(other.providers[0] ?? '', /^REPLACE/);
    assert.ok(!('input' in (other.tests[0]?.vars ?? {})));
  });
});

function evaluated(role: 'system' | 'user', model: string | null) {
  const draft: Draft = {
    text,
    parts: [
      {
        start: text.indexOf(holeMark),
        end: text.indexOf(holeMark) + 1,
        segment: {
          kind: 'hole',
          expression: 'captain.name',
          path: 'harbour.ts',
          range: { start: 0, end: 1 },
          varies: 'request',
          because: 'a parameter',
        },
      },
    ],
  };
  const view = viewOf(text, { level: 'safe', isWhole: true, patterns: [] }, vocabularies);
  const source = evaluationOf({
    name: 'HARBOUR_PROMPT',
    text,
    draft,
    compression: shorten(text, 'safe'),
    role,
    model,
    demands: demandsOf(view),
  });
  return { source, configuration: parse(source) as Configuration };
}
