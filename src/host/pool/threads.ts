import { availableParallelism } from 'node:os';

/**
 * Files that keep one thread busy for so long that starting it pays: a thread has to load the parser and its grammars,
 * and to warm up, which takes as long as some two hundred files.
 */
const filesPerThread = 400;
/** More threads wait for the disk and for each other; each has its own copy of the parser's memory. */
const mostThreads = 4;

/** In how many threads so many files are read; 1 for the one that asks. */
export function threadsFor(files: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(cores, mostThreads, Math.floor(files / filesPerThread)));
}
