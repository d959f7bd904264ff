/**
 * What `git cat-file --batch` says: for each object a line with its name, kind and size, then its bytes and a newline; of
 * one that is not there the line alone. @returns by name; as many as are whole.
 */
export function readBlobs(out: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [, oid, kind, size] = /^(\S+) (\w+)(?: (\d+))?$/.exec(out.toString('latin1', at, end)) ?? [];
    if (oid === undefined) break;
    const start = end + 1;
    at = size === undefined ? start : start + Number(size) + 1;
    if (kind === 'blob' && size !== undefined && at <= out.length)
      blobs.set(oid, out.subarray(start, at - 1));
  }
  return blobs;
}
