import { stringify } from 'yaml';
import { applyAll } from '../core/compress/edited.ts';
import { holeMark, type Draft } from '../core/compress/draft.ts';
import type { Compression } from '../core/compress/engine.ts';
import type { Role } from '../core/prompts/prompt.ts';
import { oneLine } from './words.ts';

/** What an evaluation compares: a prompt as it is, and as it would be. */
export interface Compared {
  readonly name: string;
  readonly text: string;
  readonly compression: Compression;
  /** Names the holes; left out for a text that has none. */
  readonly draft?: Draft;
  readonly role: Role;
  /** `null` where the source does not show it. */
  readonly model: string | null;
  /** See `demandsOf`. */
  readonly demands: readonly string[];
}

/** A judge is asked about each of them, for each input and each variant. */
const mostDemands = 20;

/**
 * A promptfoo configuration that sends both variants the same inputs: with a variable for each value that is filled in,
 * a place for the inputs, and for each thing that the prompt asks for a judge's question.
 * Its form: https://www.promptfoo.dev/docs/configuration/reference/, read 2026-11-22.
 */
export function evaluationOf(compared: Compared): string {
  const { name, text, compression, role, model, demands } = compared;
  const template = templateOf(compared);
  const [before, after] = [template.fill(text), template.fill(applyAll(text, compression.edits))];
  const asked = demands.slice(0, mostDemands).map((demand) => ({
    type: 'llm-rubric',
    value: `The answer follows this rule of the prompt, as far as it applies to the input: ${template.plain(demand)}`,
  }));
  const variables = [...template.names, ...(role === 'system' ? ['input'] : [])];
  const example = Object.fromEntries(
    variables.map((variable) => [variable, `REPLACE: a value of ${variable}`]),
  );
  const document = {
    description: `${oneLine(name)}: as it is, and compressed (${compression.tokens.before} and ${compression.tokens.after} tokens)`,
    prompts: [
      { id: 'original', label: 'original', raw: sent(before, role) },
      { id: 'compressed', label: 'compressed', raw: sent(after, role) },
    ],
    providers: [providerOf(model)],
    ...(asked.length > 0 && { defaultTest: { assert: asked } }),
    tests: [1, 2, 3].map((i) => ({ description: `input ${i}`, vars: example })),
  };
  // an alias would put what a person writes into one test into all of them
  return `${head}${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

const head = [
  '# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json',
  '# Replace the values of "tests" with inputs of your own, set the key of your provider, and run:',
  '#   npx promptfoo@latest eval -c <this file>',
  '# The rules of the prompt are judged by a language model: that costs one call for each of them, input and variant.',
  '',
].join('\n');

/** A system text needs something to answer; anything else is sent as it is. */
function sent(text: string, role: Role): string {
  if (role !== 'system') return text;
  return JSON.stringify(
    [
      { role: 'system', content: text },
      { role: 'user', content: '{{input}}' },
    ],
    null,
    2,
  );
}

interface Template {
  readonly names: readonly string[];
  /** A text with its holes and placeholders as variables, and nothing else that promptfoo would take for its own. */
  readonly fill: (text: string) => string;
  /** A text for a judge: nothing is filled in. */
  readonly plain: (text: string) => string;
}

function templateOf({ draft, text }: Compared): Template {
  const expressions = (draft?.parts ?? []).flatMap(({ segment }) =>
    segment.kind === 'hole' ? [segment.expression] : [],
  );
  const holes = namesOf(expressions);
  const names = new Set(holes);
  for (const [, name] of text.matchAll(variable)) if (name !== undefined) names.add(name);
  for (const [, name] of text.matchAll(brace)) if (name !== undefined) names.add(name);
  return {
    names: [...names],
    fill(of) {
      let next = 0;
      return of
        .split(holeMark)
        .map((part, i) => (i === 0 ? literal(part) : `{{${holes[next++] ?? 'value'}}}${literal(part)}`))
        .join('');
    },
    plain: (of) => oneLine(of.replaceAll(holeMark, '…').replaceAll(/[{}]{2}|\{%|%\}|\{#|#\}/g, ' ')),
  };
}

const variable = /\{\{[ \t]*([A-Za-z_]\w{0,60})[ \t]*\}\}/g;
const brace = /(?<!\{)\{([A-Za-z_]\w{0,60})\}(?!\})/g;

/** Placeholders become variables; other marks of a template stay what they are. */
function literal(part: string): string {
  return part
    .split(/(\{\{[ \t]*[A-Za-z_]\w{0,60}[ \t]*\}\})/)
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : piece
            .replace(brace, '{{$1}}')
            .replace(/\{%|\{#|\{\{(?![A-Za-z_]\w{0,60}\}\})/g, (mark) => `{{ '${mark}' }}`),
    )
    .join('');
}

/** `user.name` → `user_name`; what has no name of its own is counted. */
function namesOf(expressions: readonly string[]): string[] {
  const byExpression = new Map<string, string>();
  return expressions.map((expression) => {
    const known = byExpression.get(expression);
    if (known !== undefined) return known;
    const words = /^[\w$.[\]'"]{1,60}$/.test(expression) ? (expression.match(/[A-Za-z]\w*/g) ?? []) : [];
    const wished = words.join('_') || `value_${byExpression.size + 1}`;
    const taken = [...byExpression.values()].includes(wished);
    const name = taken ? `${wished}_${byExpression.size + 1}` : wished;
    byExpression.set(expression, name);
    return name;
  });
}

function providerOf(model: string | null): string {
  if (model === null) return 'REPLACE: a provider, such as openai:chat:gpt-4.1';
  const bare = model.slice(model.lastIndexOf('/') + 1);
  if (/^claude/.test(bare)) return `anthropic:messages:${bare}`;
  if (/^gemini/.test(bare)) return `google:${bare}`;
  return `openai:chat:${bare}`;
}
