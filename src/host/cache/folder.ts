import { within } from '../disk.ts';
import { ownCaches, type CacheEnvironment } from './ownCaches.ts';

/** Where caches of a workspace are kept; `null` where the system names no place, and inside the workspace, where nothing of ours belongs. */
export function cacheFolder(
  root: string,
  env: CacheEnvironment,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const folder = ownCaches(env, platform);
  return folder === null || within(root, folder) ? null : folder;
}
