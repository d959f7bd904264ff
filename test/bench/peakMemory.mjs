// Loaded before a program that is measured: node --import ./peakMemory.mjs PROGRAM. Writes the most memory that the
// process held, in kilobytes, into the file that PEAK_MEMORY_FILE names.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['PEAK_MEMORY_FILE'];
if (isMainThread && file !== undefined)
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
