/** What git is asked: its arguments, what it reads from its standard input, and how many bytes it may answer. */
export type Question = readonly [args: readonly string[], input?: string, most?: number];

/** Nothing that the attributes of a repository name is run. */
const plain = ['--no-ext-diff', '--no-textconv'];

/** Bytes of lines that name files; a name that is a common word stands in half of all lines, and says little. */
const mostLines = 64 * 1024 * 1024;

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

/** The lines of the working tree with one of these words in them. */
export const linesWith = (words: readonly string[]): Question => [
  ['grep', '-F', '-w', '-I', '-z', '--no-color', '--no-textconv', '-f', '-'],
  words.toSorted().join('\n'),
  mostLines,
];
