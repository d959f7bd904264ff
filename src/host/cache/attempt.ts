/** What the disk refuses is not there: a cache works without. @throws what is no failure of the disk. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
