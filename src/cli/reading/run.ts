import { runOf } from '../dispatch.ts';
import { check } from '../manual/check.ts';
import { scan } from '../manual/scan.ts';
import type { run as runAll } from '../run.ts';
import { deaf } from '../terminal.ts';

/** As `run` of all commands, for whoever has read that it is one of those that read all files. */
export const run: typeof runAll = (terminal, interrupts = deaf, asked = null) =>
  runOf([scan, check], { terminal, interrupts, asked });

/** The threads that help run the same bundle, with what V8 made of it where it ran before. */
export { readTasks } from '../../host/pool/readTasks.ts';
