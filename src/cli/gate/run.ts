import { runOf } from '../dispatch.ts';
import { check } from '../manual/check.ts';
import type { run as runAll } from '../run.ts';
import { deaf } from '../terminal.ts';

/** As `run` of all commands, for whoever has read that it is `check`: a bundle with all that it needs, and no more. */
export const run: typeof runAll = (terminal, interrupts = deaf, asked = null) =>
  runOf([check], { terminal, interrupts, asked });
