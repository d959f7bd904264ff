// Writes what is made from code: node scripts/generate.ts, or with --check to fail when something is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configSchema, options } from '../src/core/config.ts';
import type { JsonSchema, JsonValue } from '../src/core/shape.ts';
import { activationEvents } from '../src/editor/languages.ts';
import { editorOptions, sharedOptions } from '../src/editor/options.ts';
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
  'media/config.schema.json': async () =>
    json({
      $comment: made,
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'PromptMeter configuration',
      ...configSchema,
    }),
  'package.json': manifest,
};

const stale: string[] = [];
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
  return Object.fromEntries(
    sharedOptions.map((name) => {
      const { shape, text, fallback } = options[name];
      const schema = { ...shape.schema, default: fallback?.value ?? null } as JsonSchema;
      return [`promptmeter.${name}`, { ...schema, scope: 'resource', markdownDescription: text }];
    }),
  );
}

async function json(value: JsonSchema): Promise<string> {
  return `${JSON.stringify(value, null, 2)}\n`;
}
