// Runs the test runner, and ends what hangs under it. Nothing but Node's own modules, as in whatever calls it.
import { execFileSync, spawn } from 'node:child_process';

/** Minutes that one file of tests may take: many times what the slowest needs on a busy machine. */
const longest = 10;

/**
 * Runs a program whose children are files of tests. One that takes longer than ten minutes is ended with all that it has
 * started: the runner itself waits for a file that hangs until somebody else ends both. Without `ps` nobody is ended.
 *
 * @returns its exit code, the signal that ended it, and the files that had to be ended.
 */
export function runWatched(program, args, options, limit = longest * 60) {
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  const hung = [];
  const look = setInterval(() => {
    const processes = listed();
    for (const { pid, parent, seconds, command } of processes) {
      if (parent !== child.pid || seconds <= limit) continue;
      const file = command.split(' ').at(-1);
      const under = descendants(pid, processes);
      const doing = under.map((one) => `\n  under it: ${one.command.slice(-200)}`).join('');
      console.error(`\n${file} is ended after ${seconds} seconds, since it seems to hang${doing}`);
      hung.push(file);
      for (const one of [...under, { pid }]) end(one.pid);
    }
  }, 5000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, hung }));
  }).finally(() => clearInterval(look));
}

function listed() {
  let text = '';
  try {
    text = execFileSync('ps', ['-eo', 'pid=,ppid=,etimes=,args='], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.status === undefined) throw error;
  }
  return [...text.matchAll(/^ *(\d+) +(\d+) +(\d+) (.*)$/gm)].map(([, pid, parent, seconds, command]) => ({
    pid: Number(pid),
    parent: Number(parent),
    seconds: Number(seconds),
    command,
  }));
}

function descendants(pid, processes) {
  const children = processes.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [...descendants(child.pid, processes), child]);
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // it has ended by itself meanwhile
    if (error.code !== 'ESRCH') throw error;
  }
}
