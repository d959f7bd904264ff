const megabyte = 1024 * 1024;

/** Bytes, or characters of an open document. No source file that people write is larger; generated ones are, and reading them would cost seconds. */
export const largestFile = 2 * megabyte;

/** A vocabulary; the largest published ones have 35 MB. */
export const largestTokenizer = 64 * megabyte;
