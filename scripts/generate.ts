// Writes what is made from code: node scripts/generate.ts, or with --check to fail when something is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configSchema, optionsWith } from '../src/core/config.ts';
import { rules } from '../src/core/rules/index.ts';
import { ruleSettings } from '../src/core/rules/settings.ts';
import type { JsonSchema, JsonValue } from '../src/core/shape.ts';
import { activationEvents } from '../src/editor/languages.ts';
import { editorOptions, sharedOptions } from '../src/editor/options.ts';
import { rulePage, ruleTable } from './rulePages.ts';
import { schemaOf } from './schema.ts';

const checks = process.argv.includes('--check');
const made = 'Made by `node scripts/generate.ts`; edit the code it is made from.';

const targets: Readonly<Record<string, () => Promise<string>>> = {
  'media/report.schema.json': async () =>
    json({
      $comment: made,
      title: 'PromptMeter report',
      ...schemaOf('src/report/document.ts', 'ReportDocument'),
    }),
  'media/count.schema.json': async () =>
    json({
      $comment: made,
      title: 'PromptMeter count',
      ...schemaOf('src/report/document.ts', 'CountDocument'),
    }),
  'media/compress.schema.json': async () =>
    json({
      $comment: made,
      title: 'PromptMeter compress',
      ...schemaOf('src/report/compressionDocument.ts', 'CompressDocument'),
    }),
  'media/models.schema.json': async () =>
    json({
      $comment: made,
      title: 'PromptMeter models',
      ...schemaOf('src/report/modelsDocument.ts', 'ModelsDocument'),
    }),
  'media/ledger.schema.json': async () =>
    json({
      $comment: made,
      title: 'PromptMeter ledger',
      ...schemaOf('src/report/ledgerDocument.ts', 'LedgerDocument'),
    }),
  'media/config.schema.json': async () =>
    json({
      $comment: made,
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'PromptMeter configuration',
      ...configSchema(ruleSettings),
    }),
  'package.json': manifest,
  'README.md': readme,
  ...Object.fromEntries(
    rules.map((rule) => [`docs/rules/${rule.id}.md`, () => markdown(rulePage(rule), `${rule.id}.md`)]),
  ),
};

const stale: string[] = [];
mkdirSync('docs/rules', { recursive: true });
for (const name of readdirSync('docs/rules')) {
  const path = `docs/rules/${name}`;
  if (path in targets) continue;
  stale.push(path);
  if (!checks) rmSync(path);
}
for (const [path, make] of Object.entries(targets)) {
  const text = await make();
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(path);
  if (!checks) writeFileSync(path, text);
}
if (stale.length > 0)
  console.log(`${checks ? 'stale, run node scripts/generate.ts:' : 'written:'} ${stale.join(', ')}`);
if (checks && stale.length > 0) process.exitCode = 1;

/** The manifest with its settings, the languages it wakes up for, and the schema for the names of our configuration files. */
async function manifest(): Promise<string> {
  const current = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, JsonValue>;
  const contributes = {
    ...(current['contributes'] as JsonSchema | undefined),
    configuration: { title: 'PromptMeter', properties: { ...editorSettings(), ...sharedSettings() } },
    jsonValidation: [
      {
        fileMatch: ['promptmeter.config.json', 'promptmeter.config.jsonc'],
        url: './media/config.schema.json',
      },
    ],
  };
  const text = JSON.stringify({ ...current, activationEvents, contributes });
  return format(text, { ...(await resolveConfig('package.json')), filepath: 'package.json' });
}

function editorSettings(): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(editorOptions).map(([name, { text, ...schema }]) => [
      `promptmeter.${name}`,
      { ...schema, markdownDescription: text } as JsonSchema,
    ]),
  );
}

function sharedSettings(): Record<string, JsonValue> {
  const all = optionsWith(ruleSettings);
  return Object.fromEntries(
    sharedOptions.map((name) => {
      const { shape, text, fallback } = all[name];
      const schema = { ...shape.schema, default: fallback?.value ?? null } as JsonSchema;
      return [`promptmeter.${name}`, { ...schema, scope: 'resource', markdownDescription: text }];
    }),
  );
}

/** The README with the table of the rules between its two marks. */
async function readme(): Promise<string> {
  const text = readFileSync('README.md', 'utf8');
  const [before, after] = [text.indexOf('<!-- rules -->'), text.indexOf('<!-- /rules -->')];
  if (before < 0 || after < before) throw new Error('README.md lost the marks between which the rules stand');
  return markdown(
    `${text.slice(0, before)}<!-- rules -->\n\n${ruleTable()}\n\n${text.slice(after)}`,
    'README.md',
  );
}

async function markdown(text: string, path: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

async function json(value: JsonSchema): Promise<string> {
  return `${JSON.stringify(value, null, 2)}\n`;
}
