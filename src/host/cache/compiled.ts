import nodeModule from 'node:module';
import { join } from 'node:path';
import { ownCaches, type CacheEnvironment } from './ownCaches.ts';

/**
 * Keeps what V8 made of our code for the next start, which is then faster. Node can since 22.8, older ones start as
 * ever; it asks by itself whether code and engine are the same, and fails at nothing.
 * @see https://nodejs.org/api/module.html#module-compile-cache (2026-11-22)
 * @param script the module that asks: only bundles are kept, sources change while one works on them.
 */
export function keepCompiled(script: string, env: CacheEnvironment): void {
  const folder = script.endsWith('.js') ? ownCaches(env, process.platform) : null;
  const keep: typeof nodeModule.enableCompileCache | undefined = nodeModule.enableCompileCache;
  if (folder !== null) keep?.(join(folder, 'compiled'));
}
