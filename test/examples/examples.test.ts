import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import ts from 'typescript';
import { Analyzer } from '../../src/core/analyze.ts';
import { checkBudgets } from '../../src/core/budgets/check.ts';
import type { Config } from '../../src/core/config.ts';
import type { MeteredPrompt, Report } from '../../src/core/report.ts';
import { SyntaxParser } from '../../src/core/source/parser.ts';
import { Assets } from '../../src/host/assets.ts';
import { findConfiguration } from '../../src/host/configuration/find.ts';
import { Disk } from '../../src/host/disk.ts';
import { findFiles } from '../../src/host/files.ts';

// What the README of the example says one can see there.
const root = fileURLToPath(new URL('../../examples', import.meta.url));

let files: readonly string[] = [];
let config: Config;
let report: Report;

before(async () => {
  const found = await findConfiguration(root, root);
  assert.deepEqual(found.problems, []);
  config = found.config;
  files = findFiles({ root, from: [''], config, ignoring: true }).files;
  report = await new Analyzer(new Disk(root), config).analyze(files);
});

function prompt(id: string): MeteredPrompt {
  const found = report.prompts.find((candidate) => candidate.id === id);
  assert.ok(found, `no ${id} among ${report.prompts.map((candidate) => candidate.id).join(', ')}`);
  return found;
}

test('every file is read, and each kind of prompt is among them', () => {
  assert.deepEqual(report.unread, []);
  assert.deepEqual([...new Set(report.prompts.map(({ role }) => role))].sort(), [
    'system',
    'template',
    'tool-description',
    'user',
  ]);
  assert.deepEqual([...new Set(report.prompts.map(({ sdk }) => sdk))].sort(), [
    'anthropic',
    'langchain',
    'litellm',
    'openai',
    'vercel-ai',
  ]);
});

test('one clock breaks the cache, with enough behind it to have been worth caching', () => {
  const breaking = report.prompts.filter(({ cache }) => cache?.cacheBreaking);
  assert.deepEqual(
    breaking.map(({ id }) => id),
    ['shop/src/assistant.ts#orderingPrompt'],
  );
  const { cache, segments, segmentTokens, model } = prompt('shop/src/assistant.ts#orderingPrompt');
  const clock = segments[cache?.breaksAt ?? -1];
  assert.ok(clock?.kind === 'hole');
  assert.equal(clock.expression, 'new Date().toISOString()');
  assert.ok((segmentTokens.at(-1) ?? 0) >= (cache?.minimumTokens ?? Infinity));
  assert.ok((cache?.lostUsdPer1kCalls ?? 0) > 1);
  assert.equal(model?.id, 'gpt-4.1');
});

test('the long prompt is known by the call in another file that sends it', () => {
  const { tokens, role, sdk, model } = prompt('support/src/prompts.ts#SUPPORT_PROMPT');
  assert.ok(tokens.count >= 1500, `${tokens.count} tokens`);
  assert.deepEqual([role, sdk, model?.id], ['system', 'anthropic', 'claude-sonnet-4-6']);
});

test("the bakery's own model has no price, and the translator's model is not guessed", () => {
  const voice = prompt('shop/src/newsletter.ts#VOICE_PROMPT');
  assert.equal(voice.model?.id, 'hearth-crumb-voice-2');
  assert.equal(voice.cost, null);
  const translator = prompt('support/src/translate.ts#translate.system');
  assert.equal(translator.model, null);
  assert.equal(translator.cost, null);
});

test('the prompt with a condition has two sizes', () => {
  const { tokens } = prompt('support/src/triage.ts#buildTriagePrompt');
  assert.ok((tokens.most ?? 0) > tokens.count);
});

test('the budgets have something to hold, and hold it', () => {
  const { results, unmatched } = checkBudgets(report, config.budgets);
  assert.deepEqual(unmatched, []);
  assert.equal(results.length, 2);
  assert.ok(results.every(({ status }) => status === 'within'));
});

test('the sources are sound TypeScript', () => {
  for (const path of files.filter((file) => file.endsWith('.ts'))) {
    const { diagnostics = [] } = ts.transpileModule(readFileSync(join(root, path), 'utf8'), {
      fileName: path,
      reportDiagnostics: true,
    });
    assert.deepEqual(
      diagnostics.map(({ messageText }) => messageText),
      [],
      path,
    );
  }
});

test('the sources are sound Python', async () => {
  const assets = new Assets();
  const parser = new SyntaxParser({ loadGrammar: (name) => assets.loadGrammar(name) });
  await parser.load(['python']);
  const sources = files.filter((file) => file.endsWith('.py'));
  assert.ok(sources.length >= 4);
  for (const path of sources) {
    const parsed = parser.parse(path, readFileSync(join(root, path), 'utf8'), 'python', false);
    assert.ok(parsed.kind === 'syntax');
    assert.ok(!parsed.syntax.nodes.some(({ kind }) => kind === 'ERROR'), path);
  }
});
