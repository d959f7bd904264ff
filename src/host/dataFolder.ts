import { isAbsolute, join } from 'node:path';

/**
 * Where a person's own data stands, on every system where its programs look for it; `null` where the environment names no
 * home. `PROMPTMETER_DATA` names another folder. Never inside the workspace: nothing there may choose prices.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ (2026-11-22)
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const named = absolute(env['PROMPTMETER_DATA']);
  if (named !== null) return named;
  if (platform === 'win32') return within(env['APPDATA'], 'promptmeter');
  if (platform === 'darwin') return within(env['HOME'], 'Library/Application Support/promptmeter');
  return within(env['XDG_DATA_HOME'], 'promptmeter') ?? within(env['HOME'], '.local/share/promptmeter');
}

function within(folder: string | undefined, name: string): string | null {
  const base = absolute(folder);
  return base === null ? null : join(base, name);
}

/** A relative path would lead into whatever folder the command runs in. */
function absolute(path: string | undefined): string | null {
  return path === undefined || !isAbsolute(path) ? null : path;
}
