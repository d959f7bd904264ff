import type { Command } from '../command.ts';
import { calibrate } from './calibrate.ts';
import { check } from './check.ts';
import { compress } from './compress.ts';
import { count } from './count.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { ledger } from './ledger.ts';
import { models } from './models.ts';
import { scan } from './scan.ts';
import { scorers } from './scorers.ts';

/** In the order of the help. What each runs is loaded when it is asked for. */
export const commands: readonly Command[] = [
  init,
  scan,
  check,
  count,
  calibrate,
  explain,
  compress,
  scorers,
  models,
  ledger,
];
