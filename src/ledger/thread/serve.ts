import { attribute } from '../attribution/attribute.ts';
import { learn } from '../attribution/learn.ts';
import { promptPrints } from '../attribution/promptPrints.ts';
import { changedTexts } from '../attribution/textAge.ts';
import { dashboardOf } from '../dashboard.ts';
import { fault, isFault, type Fault } from '../fault.ts';
import { measures } from '../measures.ts';
import { open, type Store } from '../store.ts';
import type { FromLedger, LedgerAnswers, LedgerKind, LedgerQuestion, ToLedger } from './messages.ts';

/** The half of a port that is needed here; a test hands in an object of its own. */
export interface Port {
  on(event: 'message', listener: (message: ToLedger) => void): unknown;
  postMessage(message: FromLedger): void;
}

/** Milliseconds that a question waits for another program that writes. */
const patience = 2000;

type Handlers = {
  readonly [K in LedgerKind]: (
    store: Store,
    asks: LedgerAnswers[K]['asks'],
  ) => LedgerAnswers[K]['gives'] | Fault;
};

const handlers: Handlers = {
  measures: (store, { now }) => {
    const problem = attributed(store);
    return problem ?? measures(store, now);
  },
  texts: (store, { prompts, now, learns }) => {
    const prints = prompts.map(promptPrints).filter((one) => one !== null);
    if (learns) {
      const learned = learn(store, prints, { at: now, isWhole: false });
      if (learned.kind === 'fault' && !isForNow(learned)) return learned;
    }
    return changedTexts(store, prints, now);
  },
  dashboard: (store, { span, now }) => attributed(store) ?? dashboardOf(store, span, now),
};

/** Answers questions about ledgers one after the other. A ledger is opened with the first question, and never made. */
export function serve(port: Port): void {
  const stores = new Map<string, Store>();

  const storeAt = async (path: string): Promise<Store | Fault> => {
    const known = stores.get(path);
    if (known !== undefined) return known;
    const opened = await open(path, { create: false, patience });
    if (opened.kind === 'fault') return opened;
    stores.set(path, opened.store);
    return opened.store;
  };

  const answer = async (path: string, question: LedgerQuestion): Promise<FromLedger['answer']> => {
    const store = await storeAt(path);
    if (isFault(store)) return store;
    // The table above is checked kind by kind; TypeScript cannot see that the question's kind chooses its own row.
    const handler = handlers[question.kind] as (store: Store, asks: LedgerQuestion) => FromLedger['answer'];
    return handler(store, question);
  };

  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ id, path, question }) => {
    last = last.then(async () => {
      const said = await answer(path, question).catch((error: unknown) =>
        fault('system', path, error instanceof Error ? error.message : String(error)),
      );
      port.postMessage({ id, answer: said });
    });
  });
}

/** `null` where all requests are held against the prompts, or cannot be now: then what was known before is told. */
function attributed(store: Store): Fault | null {
  const found = attribute(store);
  return typeof found === 'number' || isForNow(found) ? null : found;
}

/** A ledger that cannot be written can be read all the same. */
function isForNow({ why }: Fault): boolean {
  return why === 'read-only' || why === 'busy' || why === 'full';
}
