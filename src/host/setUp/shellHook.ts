const shebang = /^#!.*\b(?:sh|bash|dash|ash|zsh|ksh)\b/;
/** What husky up to version 8 begins its hooks with; before it, a hook would run twice. */
const huskyLine = /^\.\s.*husky\.sh.*$/m;

/**
 * Adds a command to a hook that is a shell script, in front of what it does: behind it stands what an `exit` or `exec` may
 * keep from being reached. The hook fails when the command does.
 * @returns `null` for what is no shell script.
 */
export function withCommand(
  script: string,
  command: string,
  { bare = false }: { readonly bare?: boolean } = {},
): string | null {
  const first = /^[^\n]*/.exec(script)?.[0] ?? '';
  const hasShebang = first.startsWith('#!');
  if (hasShebang ? !shebang.test(first) : !bare) return null;
  const husky = huskyLine.exec(script);
  const end = husky === null ? first.length : husky.index + husky[0].length;
  const at = hasShebang || husky !== null ? Math.min(end + 1, script.length) : 0;
  const eol = script.includes('\r\n') ? '\r\n' : '\n';
  const head = script.slice(0, at);
  const begun = head === '' || head.endsWith('\n') ? head : `${head}${eol}`;
  const lines = ['# what this commit does to prompts is held to its budgets', `${command} || exit $?`];
  return `${begun}${lines.map((line) => line + eol).join('')}${script.slice(at)}`;
}

export function newHook(command: string): string {
  return withCommand('#!/bin/sh\n', command) ?? '';
}
