const patience = 45_000;

/**
 * Runs a check until it holds, and throws its last error when it never does. A window draws its texts anew whenever it
 * likes, so one that is read once may be read in between; only what stays wrong is wrong.
 */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + patience;
  for (;;)
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}
