import type { Money } from '../core/prices/money.ts';
import type { Usd } from '../core/prices/usd.ts';
import type { Tally } from '../gateway/messages.ts';
import type { Fault } from '../ledger/fault.ts';
import { countWords, plural } from '../report/words.ts';
import { sayOfLedger } from './ledgerSentences.ts';

/** What the editor says of its gateway. Text only. */
export const sayOfGateway = {
  noFolder: 'Open a folder first: calls are recorded for the folder that is open.',
  whichFolder: 'Which folder’s calls?',

  starting: 'Starting the gateway',
  started: (port: number) =>
    `The gateway listens on port ${port} of this machine and records the calls that your application makes through it. Keys pass through and are not kept. Lead the SDKs there in new terminals, or by lines that you copy?`,
  startedInTerminals: (port: number) =>
    `The gateway listens on port ${port} of this machine. Terminals that you open from now on lead the official SDKs through it, until it stops.`,
  useInTerminals: 'In Terminals',
  alwaysInTerminals: 'Always There',
  copy: 'Copy Lines…',
  inTerminals: 'New terminals go through the gateway',
  terminalDescription: (port: number) =>
    `Leads the official SDKs of OpenAI, Anthropic and Google through PromptMeter’s gateway on port ${port}, which records what they spend. Stop it with **PromptMeter: Stop Gateway**.`,
  runs: (port: number) => `The gateway runs already, on port ${port}.`,
  runsFor: (name: string) =>
    `The gateway of this window records the calls of ${name}. Stop it first; a window has one.`,
  notRunning: 'No gateway runs in this window.',
  start: 'Start Gateway',
  stop: 'Stop Gateway',
  stopping: 'The gateway ends: calls that are under way have two seconds',
  stopped: (tally: Tally, money: Money) =>
    tally.calls === 0
      ? 'The gateway has stopped. No call came through it.'
      : `The gateway has stopped. It recorded ${sayOfGateway.tally(tally, money)}.`,
  lost: (calls: number) =>
    `${plural(calls, 'call')} could not be recorded and ${calls === 1 ? 'is' : 'are'} missing in the ledger: the output channel PromptMeter says why.`,
  setAside: (aside: string) =>
    `The ledger was damaged. It is kept as ${aside}, and a new one was begun in its place.`,
  ended: (why: string) =>
    `The gateway ${why}. What it had recorded is safe; programs that go through it fail until it is started again.`,
  startAgain: 'Start Again',

  noPort: (port: number, code: string) =>
    code === 'EADDRINUSE'
      ? `Port ${port} is used by another program, perhaps by the gateway of another window or of the command line.`
      : `Port ${port} cannot be used (${code}).`,
  anyPort: 'Use Any Free Port',
  setPort: 'Change the Port…',
  noLedger: (fault: Fault) => `The gateway was not started. ${sayOfLedger.fault(fault)}`,
  noPlace:
    'There is no place to keep a ledger: set HOME, or PROMPTMETER_DATA to the absolute path of a folder, and start the editor again.',
  failed: (why: string) => `The gateway could not be started: ${why}.`,
  badUpstream: (name: string, why: 'form' | 'name' | 'address' | 'secret') => {
    const problems = {
      form: 'it names no address',
      name: 'a name has small letters, digits and “-”',
      address: 'the address must begin with http:// or https://',
      secret:
        'leave keys and what stands behind “?” or “#” out of the address; what the application sends is passed on',
    };
    return `The setting promptmeter.gateway.upstreams is wrong about “${name}”: ${problems[why]}.`;
  },
  openSettings: 'Open Settings',
  fault: (fault: Fault) =>
    `Calls go on through the gateway, but cannot be recorded now, and wait. ${sayOfLedger.fault(fault)}`,
  mistake: (why: string) =>
    `A call went through the gateway, but could not be recorded, which is a mistake of PromptMeter: ${why}`,

  copyTitle: 'For where?',
  copied: '$(check) Copied. Whoever has these lines can call through your gateway, with a key of their own.',

  // Status bar
  statusName: 'PromptMeter Gateway',
  /** `12 calls · $0.034` */
  tally: ({ calls, usd, unpriced }: Tally, money: Money) => {
    const cost = costOf(usd, unpriced, money);
    return cost === null ? plural(calls, 'call') : `${plural(calls, 'call')} · ${cost}`;
  },
  tooltip: (port: number, folder: string) => `Gateway on port ${port}: records the calls of ${folder}.`,
  tooltipTally: ({ calls, failed, unpriced }: Tally) =>
    [
      calls === 0
        ? 'No call has come through it yet.'
        : `${plural(calls, 'call')} since it was started${failed === 0 ? '' : `, ${countWords(failed)} of them failed`}.`,
      ...(unpriced === 0
        ? []
        : [`The cost of ${plural(unpriced, 'call')} is not known, and not in the sum.`]),
    ].join(' '),
  openDashboard: 'Open Ledger Dashboard',
  waiting: 'Calls wait to be recorded',
} as const;

/** A sum from which something is missing is more than it says; `null` where nothing is known of it. */
function costOf(usd: Usd | null, unpriced: number, money: Money): string | null {
  if (usd === null) return unpriced > 0 ? 'cost unknown' : null;
  return `${unpriced > 0 ? '>' : ''}${money(usd)}`;
}
