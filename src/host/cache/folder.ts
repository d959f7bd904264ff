import { isAbsolute, join } from 'node:path';
import { within } from '../disk.ts';

/** What of the environment says where caches belong. */
export type CacheEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of the user's caches that is ours, absolute; `null` where the system names none, and inside the workspace,
 * where nothing of ours belongs.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ (2026-11-22)
 * @param env an environment without a home has no cache.
 */
export function cacheFolder(
  root: string,
  env: CacheEnvironment,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const base = baseFolder(env, platform);
  if (base === null || !isAbsolute(base)) return null;
  const folder = join(base, 'promptmeter');
  return within(root, folder) ? null : folder;
}

function baseFolder(env: CacheEnvironment, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? null;
  const stated = env['XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(stated)) return stated;
  const home = env['HOME'] ?? '';
  if (!isAbsolute(home)) return null;
  return platform === 'darwin' ? join(home, 'Library/Caches') : join(home, '.cache');
}
