import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { annotatedPrompts, kinds } from './annotated.ts';
import { compressors } from './compressors.ts';
import { measure } from './measure.ts';
import { pages, pageWith, tableOf } from './page.ts';
import { sentenceOf } from './retention.ts';

const prompts = annotatedPrompts();
const measured = compressors.map((compressor) => ({ compressor, outcomes: measure(compressor, prompts) }));

describe('the annotated prompts', () => {
  it('are of every kind, and some of each were written before the tables were worked on', () => {
    assert.ok(prompts.length >= 50);
    for (const kind of kinds)
      assert.ok(
        prompts.some((prompt) => prompt.kind === kind && prompt.set !== 'open'),
        kind,
      );
    assert.deepEqual([...new Set(prompts.map(({ language }) => language))].sort(), [
      'de',
      'en',
      'es',
      'fr',
      'ja',
    ]);
  });

  it('ask for what they are annotated with', () => {
    for (const { name, text, asked, keeps } of prompts) {
      assert.ok(asked.length >= 3, name);
      for (const one of asked)
        assert.notEqual(sentenceOf(one, text), null, `${name}: ${one.anchors.join('/')}`);
      for (const keep of keeps) assert.ok(text.includes(keep), `${name}: ${keep}`);
    }
  });
});

for (const { compressor, outcomes } of measured.filter((one) => one.compressor.isOurs))
  describe(compressor.name, () => {
    for (const { prompt, lost, losses, saving } of outcomes)
      it(`keeps all that ${prompt.name} asks for, and never makes it longer`, () => {
        assert.deepEqual(lost, []);
        assert.deepEqual(losses, []);
        assert.ok(saving >= 0);
      });
  });

describe('the pages that show the table', () => {
  for (const name of pages)
    it(`${name} has it as it is measured`, () => {
      const page = readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8');
      assert.equal(page, pageWith(page, tableOf(measured)), 'run "npm run quality"');
    });
});
