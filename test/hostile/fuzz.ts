import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { memoryHost } from './memory.ts';
import { mutate, randomFrom } from './mutate.ts';
import { assertSound } from './sound.ts';

/**
 * Analyzes broken copies of sound files, one file broken at a time, the others in their place.
 * @throws with the seed that replays the first run on which the engine throws or its report is not sound.
 */
export async function fuzz(
  sound: ReadonlyMap<string, string>,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<void> {
  const paths = [...sound.keys()];
  const files = new Map(sound);
  const analyzer = new Analyzer(memoryHost(files), defaultConfig);
  for (let run = 0; run < runs; run++) {
    // Each run has a seed of its own, so that one that fails can be replayed alone.
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
}
