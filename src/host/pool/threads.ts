import { availableParallelism } from 'node:os';

/**
 * Files for which one more thread pays: it loads the parser and its grammars, and is slow until it has warmed up, while
 * the others read on.
 */
const filesPerThread = 150;
/**
 * Files for which the last core pays too: in the first second V8 needs it, to make faster code of ours, and a thread would
 * only take turns with that. On two cores 400 files took 1.03 s with such a thread, and 0.92 s without.
 */
const filesForLastCore = 600;
/** More threads wait for the disk and for each other; each has its own copy of the parser's memory. */
const mostThreads = 3;

/** How many threads help the one that asks to read so many files. */
export function helpersFor(files: number, cores = availableParallelism()): number {
  const free = files < filesForLastCore ? cores - 2 : cores - 1;
  return Math.max(0, Math.min(free, mostThreads, Math.floor(files / filesPerThread)));
}
