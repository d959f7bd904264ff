import { nearest } from '../../core/nearest.ts';
import type { Context } from '../command.ts';
import { backup, exported, path, prune, remove } from '../ledger/keep.ts';
import { importLogs } from '../ledger/import.ts';
import { record, recordFlags } from '../ledger/record.ts';
import { report } from '../ledger/report.ts';
import { sayLedger } from '../ledger/sentences.ts';
import { Stop } from '../stop.ts';

interface Verb {
  /** How many files it takes. */
  readonly files: number;
  /** The options that mean something to it. */
  readonly flags: readonly string[];
  run(context: Context): Promise<number> | number;
}

const verbs: Readonly<Record<string, Verb>> = {
  report: { files: 0, flags: ['by', 'since', 'until', 'format'], run: report },
  record: { files: 1, flags: recordFlags, run: record },
  import: { files: Number.POSITIVE_INFINITY, flags: [], run: importLogs },
  serve: {
    files: 0,
    flags: ['port', 'upstream'],
    run: async (context) => (await import('../ledger/serve.ts')).serve(context),
  },
  export: { files: 0, flags: ['since', 'until', 'format'], run: exported },
  prune: { files: 0, flags: ['before', 'texts'], run: prune },
  backup: { files: 1, flags: [], run: backup },
  path: { files: 0, flags: [], run: path },
  delete: { files: 0, flags: ['yes'], run: remove },
};

/** `ledger report|record|import|serve|export|prune|backup|path|delete` */
export async function ledger(context: Context): Promise<number> {
  const [word, ...files] = context.args.paths;
  const names = Object.keys(verbs);
  if (word === undefined) throw new Stop(sayLedger.whichVerb(names));
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  if (verb === undefined) throw new Stop(sayLedger.unknownVerb(word, nearest(word, names), names));
  if (files.length > verb.files) throw new Stop(sayLedger.takesNoPath(word));
  const others = Object.values(verbs).flatMap(({ flags }) => flags);
  const lost = others.find((flag) => context.args.on(flag) && !verb.flags.includes(flag));
  if (lost !== undefined) throw new Stop(sayLedger.notForVerb(lost, word));
  return verb.run(context);
}
