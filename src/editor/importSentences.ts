import type { ImportSum } from '../ledger/ingest/thread/messages.ts';
import type { Fault } from '../ledger/fault.ts';
import { countWords, plural } from '../report/words.ts';
import { sayOfLedger } from './ledgerSentences.ts';

/** What the editor says of importing logs, and of deleting a ledger. Text only. */
export const sayOfImport = {
  title: 'Import calls from where?',
  files: 'Files…',
  filesDetail:
    'Spend logs of LiteLLM, exports of Langfuse and Helicone, usage exports of OpenAI and Anthropic, sessions of Claude Code and Codex',
  folder: 'A folder…',
  folderDetail: 'All logs in it that are known here; other files are left alone',
  claudeCode: 'Sessions of Claude Code',
  codex: 'Sessions of Codex',
  sessionsDetail: (path: string) => `What the agent spent on all projects: ${path}`,
  open: 'Import',
  running: (name: string) => `Importing calls into the ledger of ${name}`,
  progress: (done: number, all: number) =>
    `${countWords(Math.floor(done / 1e6))} of ${countWords(Math.ceil(all / 1e6))} MB`,
  cancelled:
    'The import was cancelled. What it had brought in stays; the next import of the same goes on from there.',
  failed: (why: string) => `The import ended early, which is a mistake of PromptMeter: ${why}.`,
  fault: (fault: Fault) => `Nothing more was imported. ${sayOfLedger.fault(fault)}`,
  sum: ({ logs, added, completed, known, malformed, others }: ImportSum) => {
    if (logs.length === 0) return 'There is no log in it that is known here.';
    const files = logs.map(({ name, files: count }) =>
      count === 1 ? name : `${name} (${countWords(count)})`,
    );
    const isNothing = added + completed + malformed === 0;
    const brought = isNothing ? 'Nothing new' : plural(added, 'new call');
    const rest = [
      ...(completed === 0 ? [] : [`${countWords(completed)} completed`]),
      ...(known === 0 ? [] : [`${countWords(known)} known already`]),
      ...(malformed === 0 ? [] : [`${plural(malformed, 'broken record')} left out`]),
      ...(others === 0 ? [] : [`${plural(others, 'other file')} left alone`]),
    ];
    return `${[`${brought} from ${files.join(', ')}`, ...rest].join('; ')}.`;
  },
  refused: (files: ImportSum['refused']) => {
    const [first] = files;
    if (first === undefined) return '';
    const more =
      files.length === 1
        ? ''
        : ` ${plural(files.length - 1, 'other file')} neither; the output channel PromptMeter says why.`;
    return `${first.path} was not imported: ${first.why}.${more}`;
  },
  openDashboard: 'Open Ledger Dashboard',

  noLedger: (name: string) => `Nothing was recorded for ${name} yet: there is nothing to delete.`,
  stopFirst: 'The gateway of this window writes the ledger. Stop it first, and delete the ledger then.',
  stopAndDelete: 'Stop Gateway',
  deleteTitle: (name: string) => `Delete what was recorded for ${name}?`,
  deleteDetail: (calls: number | null, path: string) =>
    `${calls === null ? 'All calls' : plural(calls, 'call')} with tokens, costs and times go for good, for the command line and every other window as well: ${path}. To keep a copy, run “promptmeter ledger backup FILE” first. Your source stays as it is.`,
  delete: 'Delete',
  deleted: (name: string) => `What was recorded for ${name} is deleted.`,
  notDeleted: (fault: Fault) => `The ledger was not deleted: ${fault.detail}. Does another program use it?`,
} as const;
