import { isAbsolute, join } from 'node:path';

/** What of the environment says where caches belong. */
export type CacheEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of the user's caches that is ours, absolute; `null` where the system names none.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ (2026-11-22)
 * @param env an environment without a home has no cache.
 */
export function ownCaches(env: CacheEnvironment, platform: NodeJS.Platform): string | null {
  const base = baseFolder(env, platform);
  return base === null || !isAbsolute(base) ? null : join(base, 'promptmeter');
}

function baseFolder(env: CacheEnvironment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? null;
  const stated = env['XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(stated)) return stated;
  const home = env['HOME'] ?? '';
  if (!isAbsolute(home)) return null;
  return platform === 'darwin' ? join(home, 'Library/Caches') : join(home, '.cache');
}
