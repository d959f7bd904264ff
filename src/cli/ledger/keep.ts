import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportCalls, exportedFields, type ExportedCall } from '../../ledger/export.ts';
import { backUp, deleteLedger, prune as pruneStore } from '../../ledger/prune.ts';
import { spendInAll } from '../../ledger/read.ts';
import { csvLines } from '../../report/ledger.ts';
import type { Context } from '../command.ts';
import { Stop } from '../stop.ts';
import { done, pathOfLedger, shown, withLedger } from './open.ts';
import { sayLedger } from './sentences.ts';
import { dayOf, spanOf } from './span.ts';

/** Calls that are written to standard output at once. */
const piece = 500;

/** Every call of a span, as a table, a list or one to a line. */
export async function exported(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', ['jsonl', 'json', 'csv']);
  const { first: _first, last: _last, ...span } = spanOf(context);
  return withLedger(context, false, ({ store }) => {
    let waiting: string[] = [];
    const write = (text: string) => {
      if (waiting.push(text) < piece) return;
      terminal.stdout.write(waiting.join(''));
      waiting = [];
    };
    const line = {
      jsonl: (call: ExportedCall) => `${JSON.stringify(call)}\n`,
      json: (call: ExportedCall, i: number) => `${i === 0 ? '\n' : ',\n'}  ${JSON.stringify(call)}`,
      csv: (call: ExportedCall) => csvLines([exportedFields.map((field) => cell(call[field] ?? null))]),
    }[format];
    if (format === 'json') write('[');
    if (format === 'csv') write(csvLines([exportedFields]));
    let count = 0;
    done(
      context,
      exportCalls(store, span, (call) => write(line(call, count++))),
    );
    if (format === 'json') write(count === 0 ? ']\n' : '\n]\n');
    terminal.stdout.write(waiting.join(''));
    return 0;
  });
}

export async function prune(context: Context): Promise<number> {
  const { terminal, args } = context;
  const before = dayOf(context, 'before');
  if (before === null) throw new Stop(sayLedger.pruneWhat);
  return withLedger(context, false, ({ store }) => {
    const pruned = done(
      context,
      pruneStore(store, { before: Date.parse(before), textsOnly: args.on('texts') }),
    );
    if (!args.on('quiet')) terminal.stdout.write(`${sayLedger.pruned(pruned.calls, pruned.texts)}\n`);
    return 0;
  });
}

/** Where the ledger stands, whether there is one yet or not. */
export function path(context: Context): number {
  context.terminal.stdout.write(`${pathOfLedger(context)}\n`);
  return 0;
}

export async function backup(context: Context): Promise<number> {
  const { terminal, args } = context;
  const [, to] = args.paths;
  if (to === undefined) throw new Stop(sayLedger.backUpWhere);
  const full = resolve(terminal.cwd(), to);
  if (existsSync(full)) throw new Stop(sayLedger.fileExists(to));
  return withLedger(context, false, ({ store }) => {
    done(context, backUp(store, full));
    if (!args.on('quiet')) terminal.stdout.write(`${sayLedger.backedUp(to)}\n`);
    return 0;
  });
}

export async function remove(context: Context): Promise<number> {
  const { terminal, args } = context;
  const file = pathOfLedger(context);
  const name = shown(context, file);
  if (!existsSync(file)) throw new Stop(sayLedger.nothingToDelete(name));
  // A file that somebody names may be anything; what stands where ours does is ours, however damaged.
  if (!args.on('yes') || args.value('ledger') !== null) {
    const calls = await withLedger(
      context,
      false,
      ({ store }) => done(context, spendInAll(store))?.calls ?? 0,
    );
    if (!args.on('yes')) throw new Stop(sayLedger.deleteFirst(name, calls));
  }
  done(context, deleteLedger(file));
  if (!args.on('quiet')) terminal.stdout.write(`${sayLedger.deleted(name)}\n`);
  return 0;
}

function cell(value: ExportedCall[string]): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
