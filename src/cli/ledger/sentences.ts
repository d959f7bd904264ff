import { grouped } from '../../core/grouped.ts';
import type { Fault } from '../../ledger/fault.ts';

/** Everything that `promptmeter ledger` says to a person besides its reports. An error says what to do next. */
export const sayLedger = {
  whichVerb: (verbs: readonly string[]) =>
    `say what to do with the ledger: promptmeter ledger ${verbs.join('|')}`,
  unknownVerb: (word: string, near: string | null, verbs: readonly string[]) =>
    near === null
      ? `the ledger cannot "${word}": use one of ${verbs.join(', ')}`
      : `the ledger cannot "${word}": did you mean "${near}"?`,
  takesNoPath: (verb: string) => `ledger ${verb} takes no file: leave it out`,
  notForVerb: (flag: string, verb: string) => `--${flag} means nothing to ledger ${verb}: leave it out`,
  noDataFolder:
    'there is no place to keep a ledger: set HOME, or PROMPTMETER_DATA to the absolute path of a folder',
  fault: ({ why, path, detail }: Fault) => faults[why](path, detail),
  setAside: (path: string, aside: string) =>
    `note: the ledger was damaged and is kept as ${aside}; a new one was begun at ${path}`,
  recorded: (added: number, known: number) => {
    const calls = added === 1 ? '1 call' : `${added} calls`;
    const were = known === 1 ? '1 was' : `${known} were`;
    return known === 0 ? `recorded ${calls}` : `recorded ${calls}; ${were} known already`;
  },
  importWhat: 'say what to import: promptmeter ledger import FILE|DIR…',
  importing: (done: number, all: number) =>
    `reading ${Math.floor(done / 1_000_000)} of ${Math.ceil(all / 1_000_000)} MB`,
  imported: (
    path: string,
    name: string,
    added: number,
    rest: { completed: number; known: number; malformed: number },
  ) => {
    const parts = [
      added === 1 ? '1 call' : `${grouped(added)} calls`,
      ...(rest.completed === 0 ? [] : [`${grouped(rest.completed)} completed`]),
      ...(rest.known === 0 ? [] : [`${grouped(rest.known)} known already`]),
      ...(rest.malformed === 0 ? [] : [`${grouped(rest.malformed)} broken or incomplete records left out`]),
    ];
    return `${path}: ${name}, ${parts.join(', ')}`;
  },
  nothingNew: (path: string, name: string) => `${path}: ${name}, nothing new`,
  notImported: (path: string, why: string) => `${path} was not imported: ${why}`,
  importedAll: (files: number, calls: number, others: number) =>
    `${files === 1 ? '1 log' : `${grouped(files)} logs`}, ${calls === 1 ? '1 new call' : `${grouped(calls)} new calls`}` +
    (others === 0
      ? ''
      : `; ${others === 1 ? '1 file is' : `${grouped(others)} files are`} no log that is known here`),
  knownLogs: (names: readonly string[]) => `logs that are known here: ${names.join(', ')}`,
  badCall: (where: string, problems: readonly string[]) =>
    problems.length === 1
      ? `${where} is no call: ${problems.join('')}`
      : `${where} is no call:\n${problems.map((one) => `  ${one}`).join('\n')}`,
  noCall:
    'there is no call to record: give --model, --input and --output, or calls as JSON with "ledger record -"',
  badJson: (where: string) =>
    `${where} is no JSON: give one call as an object, several as a list or one to a line`,
  badTag: (tag: string) => `--tag ${tag} has no "=": write it as name=value`,
  badSpan: (flag: string, value: string) =>
    `--${flag} ${value} is no day: write it as 2026-11-02, or as 7d for the last seven days`,
  pruneWhat: 'say what to delete: ledger prune --before 2026-11-02, or --before 90d',
  pruned: (calls: number, texts: number) =>
    `deleted ${calls === 1 ? '1 call' : `${calls} calls`} and the texts of ${texts === 1 ? '1 call' : `${texts} calls`}`,
  deleteFirst: (path: string, calls: number) =>
    `this would delete ${path} with ${calls === 1 ? '1 call' : `${calls} calls`} for good: say --yes to do so, or keep a copy first with "ledger backup FILE"`,
  deleted: (path: string) => `deleted ${path}`,
  nothingToDelete: (path: string) => `there is no ledger ${path}: nothing was deleted`,
  backUpWhere: 'say where the copy goes: promptmeter ledger backup FILE',
  fileExists: (path: string) => `${path} is there already, and nothing is overwritten: name another file`,
  backedUp: (path: string) => `copied the ledger to ${path}`,
} as const;

const faults: Readonly<Record<Fault['why'], (path: string, detail: string) => string>> = {
  'no-sqlite': (_path, version) =>
    `the ledger needs Node 22.13 or newer, which brings SQLite along, and this is ${version}; everything else works with it`,
  newer: (path) =>
    `${path} was written by a newer version of promptmeter and is left as it is: update promptmeter`,
  foreign: (path) => `${path} is a database of some other program and is left as it is: name another file`,
  corrupt: (path, detail) =>
    `${path} is damaged (${detail}): it is set aside when the next call is recorded, or move it away yourself`,
  'read-only': (path, detail) =>
    `${path} cannot be written (${detail}): change the rights of its folder, or name another with PROMPTMETER_DATA`,
  full: (path, detail) =>
    `${path} cannot grow (${detail}): free some space and run it again; what was recorded before is safe`,
  busy: (path) => `${path} is held by another program: run it again when that is done`,
  missing: (path) =>
    `nothing was recorded yet (there is no ${path}): "promptmeter ledger import" and "ledger record" bring calls in`,
  system: (path, detail) => `${path} could not be used: ${detail}`,
};
