import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../replaceFile.ts';
import type { Entry } from './entries.ts';
import type { Git } from './git.ts';

/**
 * What became of a text that was to be staged: in the working tree as well (`both`), or in the index only, as the file has
 * other changes (`index`) or cannot be written (`unwritten`).
 */
export type Staged =
  { readonly kind: 'both' | 'index' | 'unwritten' } | { readonly kind: 'refused'; readonly why: string };

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Puts a text in the place of what is staged of a file, and in that of the working tree where that is the same. The rights
 * and a byte order mark stay.
 * @param bytes what is staged. @param before its text.
 */
export async function stageText(
  git: Git,
  path: string,
  { entry, bytes, before, after }: { entry: Entry; bytes: Buffer; before: string; after: string },
): Promise<Staged> {
  const marked = bytes.subarray(0, mark.length).equals(mark);
  const staged = (text: string) => (marked ? Buffer.concat([mark, Buffer.from(text)]) : Buffer.from(text));
  if (!staged(before).equals(bytes)) return { kind: 'refused', why: 'it is not UTF-8' };
  const isSame = sameOnDisk(join(git.root, path), bytes);
  const written = await git.ask(['hash-object', '-w', '--stdin'], staged(after));
  if (written.code !== 0) return { kind: 'refused', why: said(written.err) };
  const row = `${entry.mode} ${written.out.toString().trim()} 0\t${path}\0`;
  const updated = await git.ask(['update-index', '-z', '--index-info'], row);
  if (updated.code !== 0) return { kind: 'refused', why: said(updated.err) };
  if (!isSame) return { kind: 'index' };
  try {
    const outcome = replaceFile(join(git.root, path), before, after);
    return { kind: outcome === 'replaced' ? 'both' : 'index' };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'unwritten' };
    throw error;
  }
}

/** A link in the place of the file is another thing, and leads who knows where. */
function sameOnDisk(path: string, bytes: Buffer): boolean {
  try {
    return lstatSync(path).isFile() && readFileSync(path).equals(bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** The first line of what git says, without the word before it. */
function said(err: string): string {
  return (err.trim().split('\n')[0] ?? '').replace(/^fatal: /, '');
}
