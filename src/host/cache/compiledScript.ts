import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { attempt } from './attempt.ts';
import { ownCaches, type CacheEnvironment } from './ownCaches.ts';
import { expectShortRun } from './shortRun.ts';
import { sumOf } from './sum.ts';

/** A bundle that runs as a script. */
export interface CompiledScript {
  readonly exports: unknown;
  /** Keeps what V8 compiled until now for the next start, where nothing was known; now and then, where it is more. Never fails. */
  keep(): void;
}

/** What a bundle has to evaluate to; the build writes it around its code. */
type Bundle = (exports: object, require: NodeJS.Require, url: string) => void;

/** Code that was compiled beyond what was kept, as a share of that, before it is worth keeping anew. */
const growth = 1.25;
/** To ask V8 how much it holds takes it milliseconds: one start in so many does. */
const seldom = 8;
/** Files that are kept: of each bundle, for short and long runs, those of this build, of another version of Node, of the builds before. */
const mostKept = 8;

/**
 * Runs a bundle with what V8 made of its functions in earlier runs. What Node keeps by itself (`compiled.ts`) is made
 * before a module runs, so that it lacks nearly all functions, which then are compiled at every start; this is made after.
 * @param file beside the file `build`, which tells this build from every other. ASCII.
 * @param isShort whether the run is one for which V8 is told so; what it made with other flags it does not take back.
 */
export function runCompiled(file: string, env: CacheEnvironment, isShort = false): CompiledScript {
  if (isShort) expectShortRun();
  const caches = ownCaches(env, process.platform);
  const build = attempt(() => readFileSync(join(dirname(file), 'build'), 'utf8').trim());
  const folder = caches === null || build === null ? null : join(caches, 'scripts');
  const machine = [process.version, process.arch];
  const kept =
    folder === null
      ? null
      : join(folder, [basename(file), build, ...machine, isShort ? 'short' : 'long'].join('-'));
  const known = kept === null ? null : readKept(kept);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(known && { cachedData: known.data }),
  });
  const exports = {};
  (script.runInThisContext() as Bundle)(exports, createRequire(file), pathToFileURL(file).href);
  const compiled = known === null || script.cachedDataRejected === true ? 0 : known.compiled;
  return {
    exports,
    keep: () => {
      if (folder === null || kept === null || (compiled > 0 && process.pid % seldom > 0)) return;
      const { bytecode_and_metadata_size: now } = getHeapCodeStatistics();
      if (now < compiled * growth) return;
      // it is taken back only with the flags that it was made with
      if (isShort) expectShortRun();
      attempt(() => writeKept(folder, kept, { data: script.createCachedData(), compiled: now }));
    },
  };
}

interface Kept {
  readonly data: Buffer;
  /** Bytes of code that V8 held when this was kept. */
  readonly compiled: number;
}

/** A line with a sum and the size, then the data. V8 takes it as it is: what is not whole must not reach it. */
function readKept(file: string): Kept | null {
  const bytes = attempt(() => readFileSync(file));
  const end = bytes?.indexOf(10) ?? -1;
  if (bytes === null || end < 0) return null;
  const [sum, compiled] = bytes.toString('latin1', 0, end).split(' ');
  const data = bytes.subarray(end + 1);
  return sum === sumOf(data) ? { data, compiled: Number(compiled) } : null;
}

/** Whoever reads meanwhile gets the old one or the new one. */
function writeKept(folder: string, file: string, { data, compiled }: Kept): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const head = Buffer.from(`${sumOf(data)} ${compiled}\n`);
  writeFileSync(unfinished, Buffer.concat([head, data]), { mode: 0o600 });
  renameSync(unfinished, file);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const byAge = files.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { path } of byAge.slice(mostKept)) rmSync(path, { force: true });
}
