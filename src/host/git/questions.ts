import { availableParallelism } from 'node:os';

/** What git is asked: its arguments, what it reads from its standard input, and how many bytes it may answer. */
export type Question = readonly [args: readonly string[], input?: string, most?: number];

/** Nothing that the attributes of a repository name is run. */
const plain = ['--no-ext-diff', '--no-textconv'];

/** Bytes of lines that name files; a name that is a common word stands in half of all lines, and says little. */
const mostLines = 64 * 1024 * 1024;

/** With more than there are processors for, git takes half as long again, and from whoever asks as well. */
const threads = Math.max(1, availableParallelism() - 1);

/** Bytes of the files that a change has touched; what is beyond is asked for file by file. */
const mostContents = 64 * 1024 * 1024;

/** All that is in the index. */
export const indexed: Question = [['ls-files', '-s', '-z']];

/** How the index differs from a base. */
export const stagedSince = (base: string): Question => [
  ['diff-index', '--cached', '--raw', '-z', '-M', '--no-abbrev', ...plain, '--ignore-submodules', base, '--'],
];

/** The files of which the working tree has another text than the index. */
export const unstaged: Question = [['diff-files', '--name-only', '-z', ...plain, '--ignore-submodules']];

/** The content of objects. */
export const contentsOf = (oids: readonly string[]): Question => [
  ['cat-file', '--batch'],
  oids.map((oid) => `${oid}\n`).join(''),
  mostContents,
];

/**
 * The lines of the working tree with one of these words in them. Words are looked for as alternatives of few patterns: with
 * a pattern for each, git looks at every line as often as there are words.
 */
export const linesWith = (words: readonly string[]): Question => [
  ['grep', '-E', '-w', '-I', '-z', '--no-color', '--no-textconv', `--threads=${threads}`, '-f', '-'],
  withoutPrefixes(words)
    .map((group) => group.map(escaped).join('|'))
    .join('\n'),
  mostLines,
];

/** The longest alternative at a place is the only one that is held to be a word: none may hide a shorter one. */
function withoutPrefixes(words: readonly string[]): string[][] {
  const groups: string[][] = [];
  /** The words that the last one begins with, the shortest first. */
  const open: string[] = [];
  for (const word of words.toSorted()) {
    while (open.length > 0 && !word.startsWith(open.at(-1) ?? '')) open.pop();
    (groups[open.length] ??= []).push(word);
    open.push(word);
  }
  return groups;
}

/** As git's extended regular expressions read it. */
function escaped(word: string): string {
  return word.replaceAll(/[.[\\()*+?{|^$]/g, '\\$&');
}
