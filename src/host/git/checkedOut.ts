import type { Reading } from '../../core/host.ts';
import type { Assets } from '../assets.ts';
import type { Disk } from '../disk.ts';
import type { Entries } from './entries.ts';
import type { Git } from './git.ts';
import { Snapshot } from './snapshot.ts';

/**
 * A commit as it would stand in a working tree in which git writes other line ends than it keeps: a file that has not been
 * changed reads there as it does in the commit.
 */
export class CheckedOut extends Snapshot {
  readonly #disk: Disk;

  constructor(git: Git, entries: Entries, assets: Assets, disk: Disk) {
    super(git, entries, assets);
    this.#disk = disk;
  }

  override readFile(path: string): Reading | null {
    const reading = super.readFile(path);
    if (reading?.kind !== 'text' || !reading.text.includes('\n') || reading.text.includes('\r\n'))
      return reading;
    const here = this.#disk.readFile(path);
    if (here?.kind !== 'text' || !here.text.includes('\r\n')) return reading;
    return { kind: 'text', text: reading.text.replaceAll('\n', '\r\n') };
  }
}
