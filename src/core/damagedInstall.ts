/**
 * What ships beside the program is missing, or not as it was built. Its message names the file and what is wrong with it; whoever
 * says it to a person adds what to do.
 */
export class DamagedInstall extends Error {
  override readonly name = 'DamagedInstall';
}

/** What `open` makes of a file that ships. @param what names it. @throws DamagedInstall when `open` throws. */
export function opened<T>(what: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw damaged(what, error);
  }
}

/** @param what names a file that ships. @param cause what came of opening it. */
export function damaged(what: string, cause: unknown): DamagedInstall {
  const [why = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  return new DamagedInstall(`${what} is damaged (${why})`, { cause });
}
