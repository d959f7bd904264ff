#!/usr/bin/env node
import { version } from './version.ts';

const [word] = process.argv.slice(2);
if (word === '--version' || word === '-V') process.stdout.write(`${version}\n`);
else await start();

async function start(): Promise<void> {
  // A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong and nothing is left to say.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const interrupted = new AbortController();
  process.once('SIGINT', () => {
    interrupted.abort();
    process.exit(130);
  });
  const { run } = await import('./run.ts');
  process.exitCode = await run(process, interrupted.signal);
}
