// Loaded before a program that is measured without helping threads: it is told that the machine has one processor.
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.availableParallelism = () => 1;
syncBuiltinESMExports();
