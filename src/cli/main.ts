#!/usr/bin/env node
import { createRequire } from 'node:module';
import { keepCompiled } from '../host/cache/compiled.ts';
import { today } from '../host/today.ts';
import { version } from './version.ts';

/** As `engines` in package.json has it. */
const oldestNode = 20;
const [word] = process.argv.slice(2);
if (word === '--version' || word === '-V') process.stdout.write(`${version}\n`);
else if (Number.parseInt(process.versions.node, 10) < oldestNode)
  tellAndFail(`it needs Node ${oldestNode} or newer, and this is ${process.version}: install a newer Node`);
else await start().catch(tellDamage);

async function start(): Promise<void> {
  // A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong and nothing is left to say.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const interrupts = { onInterrupt, interrupted, today };
  const words = process.argv.slice(2);
  if (isOfChange(words)) {
    const { startGate } = await gate();
    return end(await startGate(process, interrupts, import.meta.url));
  }
  if (isOfFiles(words)) {
    const { startReading } = await reading();
    return end(await startReading(process, interrupts, import.meta.url));
  }
  keepCompiled(import.meta.url, process.env);
  const { run } = await import('./run.ts');
  process.exitCode = await run(process, interrupts);
}

/** Commands say themselves what goes wrong in them; here not even the command could be loaded, nor the table of sentences. */
function tellDamage(error: unknown): void {
  const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  tellAndFail(
    `it is not installed as it was built (${why}): install promptmeter again, or run "npm run build" where you cloned it`,
  );
}

/** What cannot wait for the table of sentences. */
function tellAndFail(sentence: string): void {
  process.stderr.write(`promptmeter: ${sentence}\n`);
  process.exitCode = 2;
}

/** Ends at once, when all is told: to end by itself Node first takes apart what it holds, while somebody waits. */
async function end(code: number): Promise<void> {
  await Promise.all([told(process.stdout), told(process.stderr)]);
  process.exit(code);
}

/** Resolves when all that was written has gone out, or nobody is there to read it. */
function told(output: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => output.write('', () => done()));
}

/** Where it is built it is a script: a module has Node list all that its own modules export, which takes milliseconds. */
async function gate(): Promise<typeof import('./gate/start.ts')> {
  if (!import.meta.url.endsWith('.js')) return import('./gate/start.ts');
  return createRequire(import.meta.url)('./hook.cjs') as typeof import('./gate/start.ts');
}

async function reading(): Promise<typeof import('./reading/start.ts')> {
  if (!import.meta.url.endsWith('.js')) return import('./reading/start.ts');
  return createRequire(import.meta.url)('./start.cjs') as typeof import('./reading/start.ts');
}

/** Whether what is asked for reads all files. */
function isOfFiles([command]: readonly string[]): boolean {
  return command === 'scan' || command === 'check';
}

/** Whether what is asked for is `check` of a change, which runs at every commit. */
function isOfChange([command, ...words]: readonly string[]): boolean {
  return command === 'check' && words.some((one) => one === '--staged' || /^--base(?:=|$)/.test(one));
}

/** Runs `cleanUp` before Ctrl-C ends the process. Without one Node ends it at once, whatever it computes. */
function onInterrupt(cleanUp: () => void): () => void {
  const listener = () => {
    cleanUp();
    process.exit(130);
  };
  process.once('SIGINT', listener);
  return () => process.off('SIGINT', listener);
}

/** Once: whoever presses Ctrl-C again has no time to wait. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const listener = () => {
      for (const signal of signals) process.off(signal, listener);
      resolve();
    };
    for (const signal of signals) process.on(signal, listener);
  });
}
