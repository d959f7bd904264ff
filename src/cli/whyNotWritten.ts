/** Why a file was not written, by the system's code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
};

/** @param why a code of the system's, or words, which stay as they are. */
export function whyNotWritten(why: string): string {
  return reasons[why] ?? (/^E[A-Z]+$/.test(why) ? `the system says ${why}` : why);
}
