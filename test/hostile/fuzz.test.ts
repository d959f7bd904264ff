import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { languageOf } from '../../src/core/source/languages/index.ts';
import { memoryHost } from './memory.ts';
import { mutate, randomFrom } from './mutate.ts';
import { assertSound } from './sound.ts';

// FUZZ_RUNS=20000 FUZZ_SEED=7 node --test test/hostile/fuzz.test.ts
const runs = Number(process.env['FUZZ_RUNS'] ?? 2000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);
const folders = (process.env['FUZZ_FROM'] ?? new URL('../../examples', import.meta.url).pathname).split(':');

test(`${runs} broken copies of real files are read without an error (seed ${seed})`, async () => {
  const sound = new Map(folders.flatMap(sourcesIn));
  assert.ok(sound.size > 0, `no sources in ${folders.join(', ')}`);
  const paths = [...sound.keys()];
  const files = new Map(sound);
  const analyzer = new Analyzer(memoryHost(files), defaultConfig);
  for (let run = 0; run < runs; run++) {
    // Each run has a seed of its own, so that one that fails can be replayed alone: FUZZ_RUNS=1 FUZZ_SEED=<its seed>.
    const random = randomFrom(seed + run);
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    files.set(path, mutate(sound.get(path) ?? '', random));
    analyzer.changed(path);
    try {
      const report = await analyzer.analyze(random() < 0.05 ? paths : [path]);
      assertSound(report, Object.fromEntries(files));
    } catch (error) {
      throw new Error(`run ${run}: replay with FUZZ_RUNS=1 FUZZ_SEED=${seed + run} (${path})`, {
        cause: error,
      });
    }
    files.set(path, sound.get(path) ?? '');
    analyzer.changed(path);
  }
});

function sourcesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => languageOf(path) !== null && !path.includes('node_modules'))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}
