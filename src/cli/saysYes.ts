import type { Terminal } from './terminal.ts';

/** Asks what is to be answered with yes or no; anything but a yes is a no. */
export async function saysYes(
  { stdin, stderr }: Pick<Terminal, 'stdin' | 'stderr'>,
  question: string,
): Promise<boolean> {
  stderr.write(question);
  for await (const chunk of stdin) return /^\s*y(?:es)?\s*$/i.test(String(chunk));
  return false;
}
