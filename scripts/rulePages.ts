import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { ruleSettings } from '../src/core/rules/settings.ts';
import type { Rule } from '../src/core/rules/rule.ts';
import { rules } from '../src/core/rules/index.ts';

/** An example of a rule's page: code of a language that the rule must find fault with, or must not. */
export interface Example {
  /** As the fence names it, which is also the file's extension. */
  readonly language: string;
  readonly verdict: 'bad' | 'good';
  readonly code: string;
}

/** The comment above `defineRule`, as Markdown. @throws when there is none. */
export function pageText({ id }: Rule): string {
  const path = `src/core/rules/${id}.ts`;
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const rule = source.statements.find(ts.isVariableStatement);
  const comment = rule === undefined ? undefined : ts.getLeadingCommentRanges(source.text, rule.pos)?.at(-1);
  if (comment === undefined)
    throw new Error(`${path} has no comment above its rule, which is to be its page`);
  return source.text
    .slice(comment.pos, comment.end)
    .replace(/^\/\*\*\s?/, '')
    .replace(/\s*\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
}

export function examplesOf(rule: Rule): Example[] {
  return [...pageText(rule).matchAll(/^```(\w+) (bad|good)\n([^]*?)^```$/gm)].map(
    ([, language = '', verdict, code = '']) => ({
      language,
      verdict: verdict === 'bad' ? 'bad' : 'good',
      code,
    }),
  );
}

/** `docs/rules/<id>.md` */
export function rulePage(rule: Rule): string {
  const { id, title, severity, confidence, fix } = rule;
  const fixes = { safe: 'yes, safe to apply', review: 'yes, to be reviewed' } as const;
  const body = pageText(rule)
    .replaceAll(/^```(\w+) bad$/gm, 'Found:\n\n```$1')
    .replaceAll(/^```(\w+) good$/gm, 'Not found:\n\n```$1');
  return `${[
    `<!-- Made by \`npm run generate\` from src/core/rules/${id}.ts. -->`,
    `# ${id}`,
    `${title}.`,
    `| Severity | Confidence | Fix |\n| --- | --- | --- |\n| ${severity} | ${confidence} | ${fix === null ? 'no' : fixes[fix]} |`,
    body,
    '## Configuration',
    optionsOf(rule),
    `\`\`\`json\n${setting(rule)}\n\`\`\``,
    rule.looksAt === 'suppression'
      ? ''
      : `Once, in a comment above the line: \`promptmeter-ignore-next-line ${id} -- reason\`.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** The table of the README: every rule with its severity and a link to its page. */
export function ruleTable(): string {
  const rows = rules.map(
    ({ id, title, severity, fix }) =>
      `| [\`${id}\`](docs/rules/${id}.md) | ${title} | ${severity} | ${fix ?? ''} |`,
  );
  return ['| Rule | What it finds | Severity | Fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function optionsOf({ options }: Rule): string {
  const rows = Object.entries(options).map(
    ([name, { text, fallback }]) => `| \`${name}\` | \`${JSON.stringify(fallback?.value)}\` | ${text} |`,
  );
  if (rows.length === 0) return 'It has no options but its severity.';
  return ['| Option | Default | |', '| --- | --- | --- |', ...rows].join('\n');
}

function setting({ id, options, severity }: Rule): string {
  const stated = Object.fromEntries(
    Object.entries(options).map(([name, { fallback }]) => [name, fallback?.value]),
  );
  const value = Object.keys(stated).length === 0 ? severity : [severity, stated];
  if (ruleSettings.read({ [id]: value }, [], []) === null)
    throw new Error(`${id} does not take its own defaults`);
  return JSON.stringify({ rules: { [id]: value } });
}
