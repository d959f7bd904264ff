import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../../src/core/source/languages/index.ts';
import { fuzz } from './fuzz.ts';
import { harbour } from './harbour.ts';

// By hand: FUZZ_RUNS=20000 FUZZ_SEED=7 [FUZZ_FROM=folder:folder] node --test test/hostile/fuzz.test.ts
const runs = Number(process.env['FUZZ_RUNS'] ?? 2000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);
/** The example, and the same prompts in every language we read. */
const ours = ['../../examples', '../core/prompts/languages'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const folders = process.env['FUZZ_FROM']?.split(':') ?? ours;

test(`${runs} broken copies of real sources are read without an error (seed ${seed})`, async () => {
  const sources = new Map(folders.flatMap(sourcesIn));
  assert.ok(sources.size > 0, `no sources in ${folders.join(', ')}`);
  await fuzz(sources, { runs, seed });
});

test(`${runs} broken copies of prompt files and of other languages are read without an error (seed ${seed})`, async () => {
  await fuzz(new Map(Object.entries(harbour)), { runs, seed });
});

function sourcesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => languageOf(path) !== null && !path.includes('node_modules'))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}
