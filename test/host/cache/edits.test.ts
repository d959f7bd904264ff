import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Report } from '../../../src/core/report.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { Assets } from '../../../src/host/assets.ts';
import { RecordCache } from '../../../src/host/cache/recordCache.ts';
import { Disk } from '../../../src/host/disk.ts';
import { findFiles } from '../../../src/host/files.ts';
import { Random } from '../../core/tokens/random.ts';
import { makers } from './harbour.ts';

const folder = mkdtempSync(join(tmpdir(), 'promptmeter-edits-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const edits = 80;
/** For all that is read once only; what stays open has its own, with the trees that it keeps. */
const parser = new SyntaxParser(new Assets());

/** A workspace on the disk in which files change, come and go, the same for the same seed. */
class Harbour {
  readonly root: string;
  readonly #random: Random;

  constructor(seed: number) {
    this.root = join(folder, `harbour-${seed}`);
    mkdirSync(this.root);
    this.#random = new Random(seed);
    for (const path of Object.keys(makers)) this.edit(path);
  }

  /** @returns the path that was edited, removed or made. */
  edit(path = this.#random.pick(Object.keys(makers))): string {
    const text = makers[path]?.(this.#random) ?? null;
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    if (text === null) rmSync(full, { force: true });
    else writeFileSync(full, text);
    return path;
  }

  files(): readonly string[] {
    return findFiles({ root: this.root, from: [''], config: defaultConfig, ignoring: false }).files;
  }
}

describe('after any edit', () => {
  for (const seed of [1, 2, 3])
    it(`what is remembered gives what reading gives (seed ${seed})`, async () => {
      const harbour = new Harbour(seed);
      const open = new Analyzer(new Disk(harbour.root), defaultConfig);
      let handedOn = 0;
      for (let i = 0; i < edits; i++) {
        const path = harbour.edit();
        open.changed(path);
        const files = harbour.files();
        const fresh = await new Analyzer(new Disk(harbour.root), defaultConfig, { parser }).analyze(files);
        const about = `seed ${seed}, edit ${i} of ${path}`;
        assert.deepEqual(await cached(harbour.root, files), fresh, `from the disk: ${about}`);
        assert.deepEqual(await open.analyze(files), fresh, `kept in memory: ${about}`);
        handedOn += fresh.prompts.filter((prompt) => prompt.path === 'berths/pilot.ts').length;
      }
      assert.ok(handedOn > edits / 2, 'texts that are handed on over three files were found now and then');
    });
});

async function cached(root: string, files: readonly string[]): Promise<Report> {
  const cache = new RecordCache(root, { folder: join(folder, 'cache'), build: 'spring' });
  const analyzer = new Analyzer(cache.disk, defaultConfig, { known: cache.records(files), parser });
  const report = await analyzer.analyze(files);
  cache.save(analyzer.records());
  return report;
}
