import { setFlagsFromString } from 'node:v8';

/** Majors of V8 of which we know what these flags do: those of Node 20, 22 and 24. Another one might not have them. */
const known: ReadonlySet<string> = new Set(['11', '12', '13']);

const short = [
  // to interpret a pattern once takes longer than to make code of it, and it is then made all the same
  '--no-regexp-tier-up',
  '--no-sparkplug',
  '--no-maglev',
  // what was made last is looked through each time it has filled its place: at once one that most runs never fill
  '--semi-space-growth-factor=16',
  '--no-parallel-scavenge',
  // bytes of code that ran, 13,000,000 by default: the loops of a parser are so long that one small file spends them, and two
  // functions are then compiled for longer than all else takes, for which the process even waits at its end
  '--wasm-tiering-budget=2000000000',
] as const;

/** Those of them that a long run misses, as V8 has them by itself in all of these versions. */
const long = ['--sparkplug', '--semi-space-growth-factor=2', '--parallel-scavenge'] as const;

/**
 * Tells V8 that this process ends soon. By itself it makes faster and faster code of what is called, on other threads, which
 * takes from a short run what only a long one gets back. What is called very often is made faster all the same, only later.
 * Node's own modules should be loaded by then: with other flags V8 compiles them anew.
 */
export function expectShortRun(): void {
  set(short);
}

/** Tells it that there is more to do after all. */
export function expectLongRun(): void {
  set(long);
}

function set(flags: readonly string[]): void {
  const [major = ''] = process.versions.v8.split('.');
  if (known.has(major)) for (const flag of flags) setFlagsFromString(flag);
}
