import type { Fault } from '../ledger/fault.ts';

/** What the editor says to a person about the ledger. */
export const sayOfLedger = {
  fault: ({ why, path, detail }: Fault) => faults[why](path, detail),
} as const;

const faults: Readonly<Record<Fault['why'], (path: string, detail: string) => string>> = {
  'no-sqlite': () =>
    'What your application really spent cannot be shown: this version of the editor comes without SQLite. Update it; the command "promptmeter ledger report" works with any Node from 22.13 on.',
  newer: (path) =>
    `What your application really spent cannot be shown: ${path} was written by a newer version of PromptMeter. Update this one; the file is left as it is.`,
  foreign: (path) =>
    `What your application really spent cannot be shown: ${path} is a database of some other program. Move it away; it is left as it is.`,
  corrupt: (path, detail) =>
    `What your application really spent cannot be shown: ${path} is damaged (${detail}). It is set aside when the next call is recorded, or move it away yourself.`,
  'read-only': (path, detail) =>
    `The ledger ${path} cannot be written (${detail}): change the rights of its folder.`,
  full: (path, detail) =>
    `The ledger ${path} cannot grow (${detail}): free some space. What was recorded before is safe.`,
  busy: (path) => `The ledger ${path} is held by another program: try again when that is done.`,
  missing: (path) => `Nothing was recorded yet: there is no ${path}.`,
  system: (path, detail) => `The ledger ${path} could not be read: ${detail}`,
};
