import { spawnSync } from 'node:child_process';
import type { Outcome } from './console.ts';

/** The same on every machine: nothing of a person's own git, and a clock that stands still. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Harbour Master',
  GIT_AUTHOR_EMAIL: 'master@harbour.example',
  GIT_AUTHOR_DATE: '2026-11-01T08:00:00Z',
  GIT_COMMITTER_NAME: 'Harbour Master',
  GIT_COMMITTER_EMAIL: 'master@harbour.example',
  GIT_COMMITTER_DATE: '2026-11-01T08:00:00Z',
  LC_ALL: 'C',
};

const fixed = ['-c', 'init.defaultBranch=main', '-c', 'commit.gpgSign=false', '-c', 'core.autocrlf=false'];
// a test may clone from a folder and keep a submodule in another one
const local = ['-c', 'protocol.file.allow=always', '-c', 'advice.detachedHead=false'];

/** Runs the real git. */
export function git(words: readonly string[], cwd: string, input: string | Buffer = ''): Outcome {
  const { status, stdout, stderr, error } = spawnSync('git', [...fixed, ...local, ...words], {
    cwd,
    env: gitEnvironment,
    input,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return { stdout, stderr, code: status ?? -1 };
}
