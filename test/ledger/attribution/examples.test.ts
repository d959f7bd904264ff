// The prompts of the application in examples/, each sent with its holes filled: every one is taken for itself.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { Disk } from '../../../src/host/disk.ts';
import { findFiles } from '../../../src/host/files.ts';
import { PromptIndex } from '../../../src/ledger/attribution/match.ts';
import { promptPrints } from '../../../src/ledger/attribution/promptPrints.ts';
import { sketchOf } from '../../../src/ledger/attribution/sketch.ts';
import { Random } from './random.ts';

/** Another folder, to measure with real repositories: ATTRIBUTION_ROOT=/path node --test … */
const stated = process.env['ATTRIBUTION_ROOT'];
const root = stated ?? join(dirname(fileURLToPath(import.meta.url)), '../../../examples');
const config = { ...defaultConfig };
const { files } = findFiles({ root, from: [''], config, ignoring: true });
const { prompts } = await new Analyzer(new Disk(root), config).analyze(files);
const random = new Random('crust');
const known = prompts.flatMap((prompt) => {
  const prints = promptPrints(prompt);
  return prints === null ? [] : [{ prompt, prints }];
});
const index = new PromptIndex(known.map(({ prints }) => prints));

function filled(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'text' ? segment.text : random.text(random.below(80))))
    .join('');
}

function match(role: 'system' | 'user', text: string): string[] {
  return index.match(sketchOf([{ role, text }])?.prints ?? []);
}

describe(`the ${known.length} prompts of ${stated === undefined ? 'the examples' : root}`, () => {
  it('are known when they are sent, and taken for no other text', () => {
    assert.ok(known.length > 10);
    const told = { itself: 0, longer: 0, nobody: 0 };
    const wrong: string[] = [];
    for (const { prompt, prints } of known) {
      const [first] = match(prompt.role === 'user' ? 'user' : 'system', filled(prompt.segments));
      const other = known.find(({ prints: { prompt: id } }) => id === first);
      const runs = new Set(other?.prints.runs);
      const holdsAll =
        prints.runs.every((run) => runs.has(run)) && (prints.whole === null || prints.runs.length > 0);
      if (first === prompt.id) told.itself++;
      else if (first === undefined) told.nobody++;
      // A prompt of the same static text, or of more, cannot be told from it.
      else if (holdsAll || other?.prints.digest === prints.digest) told.longer++;
      else wrong.push(`${prompt.id} was taken for ${first}`);
      const canBeKnown = prints.whole !== null || prints.runs.length >= 4;
      assert.equal(first === undefined, !canBeKnown, `${prompt.id} ${prints.runs.length}`);
    }
    if (stated !== undefined) console.log(told, wrong);
    assert.deepEqual(wrong, []);
  });

  it('are not found in texts that are none of them', () => {
    for (let round = 0; round < 500; round++) assert.deepEqual(match('system', random.text(300)), []);
    // Each against an index that does not know it: what is found then is a text that another one holds as well.
    for (const { prompt, prints } of known.slice(0, 200)) {
      const others = known.filter(({ prompt: one }) => one !== prompt).map((one) => one.prints);
      const print = sketchOf([{ role: 'system', text: filled(prompt.segments) }])?.prints ?? [];
      for (const found of new PromptIndex(others).match(print)) {
        const other = others.find(({ prompt: id }) => id === found);
        const own = new Set(prints.runs);
        const held = other?.runs.filter((run) => own.has(run)).length ?? 0;
        const share = held / Math.max(other?.runs.length ?? 1, 1);
        assert.ok(
          share >= 0.8 || other?.whole === prints.whole,
          `${prompt.id} was taken for ${found}: ${share}`,
        );
      }
    }
  });
});
