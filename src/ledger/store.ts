import type { Call } from './call.ts';
import { connect, inodeOf, type Connection } from './connect.ts';
import { fault, faultOf, type Fault } from './fault.ts';
import { Inserter, type Inserted } from './insert.ts';
import { setAside } from './setAside.ts';
import { inTransaction, loadSqlite, type Database, type Sqlite } from './sqlite.ts';

/** What became of the calls of one batch. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly added: number;
  /** Told before their answer had ended, and now as a whole. */
  readonly completed: number;
  /** Told before, and left as they were. */
  readonly known: number;
}

export interface Opened {
  readonly kind: 'open';
  readonly store: Store;
}

export interface StoreOptions {
  /** Whether to make the file where there is none, and in the place of a damaged one, which is set aside. Else these are faults. */
  readonly create: boolean;
  /** Whether texts that come with calls are kept, without what looks like a secret; else they are dropped. */
  readonly keepsTexts: boolean;
  /** Milliseconds to wait for another program that writes. Everything else of this program waits too. */
  readonly patience: number;
}

/**
 * Opens a ledger. One of a later version, or somebody else's database, is left as it is; a damaged one is set aside (`Store.aside`
 * says where), and a new one begun.
 */
export async function open(path: string, options: Partial<StoreOptions> = {}): Promise<Opened | Fault> {
  const sqlite = await loadSqlite();
  if (sqlite === null) return fault('no-sqlite', path, process.version);
  const store = new Store(sqlite, path, { create: true, keepsTexts: false, patience: 5000, ...options });
  const problem = store.attempt(() => null);
  return problem === null ? { kind: 'open', store } : problem;
}

/** One ledger file, to which any number of programs write at once. */
export class Store {
  readonly path: string;
  readonly #sqlite: Sqlite;
  readonly #options: StoreOptions;
  #connection: Connection | null = null;
  #inserter: Inserter | null = null;
  #aside: string | null = null;
  #hasMended = false;

  constructor(sqlite: Sqlite, path: string, options: StoreOptions) {
    this.#sqlite = sqlite;
    this.path = path;
    this.#options = options;
  }

  /** Where a damaged ledger was moved to; `null` where none was. */
  get aside(): string | null {
    return this.#aside;
  }

  /**
   * Writes calls, all of them or none. A call that is told again is not counted again.
   * @param also what is to be written with them or not at all.
   * @param told hears of each call before all of them are written: it counts only if they are.
   * @throws RangeError for a count that cannot be; then nothing is written.
   */
  record(
    calls: readonly Call[],
    also: (database: Database) => void = () => undefined,
    told: (call: Call, inserted: Inserted) => void = () => undefined,
  ): Recorded | Fault {
    return this.write((database) => {
      const inserter = (this.#inserter ??= new Inserter(database, this.#options));
      const counts = { added: 0, completed: 0, known: 0 };
      inserter.begin();
      for (const call of calls) {
        const inserted = inserter.insert(call);
        counts[inserted]++;
        told(call, inserted);
      }
      also(database);
      return { kind: 'recorded', ...counts };
    });
  }

  /** All of it or nothing. */
  write<T>(work: (database: Database) => T): T | Fault {
    return this.attempt(({ database, writes }) =>
      writes ? inTransaction(database, () => work(database)) : fault('read-only', this.path),
    );
  }

  /** What is read in one go is of one moment, whoever writes meanwhile. */
  read<T>(work: (database: Database) => T): T | Fault {
    return this.attempt(({ database }) => {
      database.exec('BEGIN');
      try {
        return work(database);
      } finally {
        if (database.isTransaction) database.exec('ROLLBACK');
      }
    });
  }

  /**
   * Does something with the file that stands at the path now: another program may have deleted it, or set it aside.
   * What the system or the file cannot do becomes a fault.
   */
  attempt<T>(work: (connection: Connection) => T | Fault): T | Fault {
    try {
      const connection = this.#current();
      return connection.kind === 'fault' ? this.#mended(connection, work) : work(connection);
    } catch (error) {
      return this.#mended(faultOf(error, this.path), work);
    }
  }

  close(): void {
    this.#inserter = null;
    this.#connection?.database.close();
    this.#connection = null;
  }

  #current(): Connection | Fault {
    if (this.#connection !== null && inodeOf(this.path) === this.#connection.inode) return this.#connection;
    this.close();
    const connection = connect(this.#sqlite, this.path, this.#options);
    if (connection.kind === 'connected') this.#connection = connection;
    return connection;
  }

  /** Once: a file that is damaged again has a reason that no new file mends. */
  #mended<T>(problem: Fault, work: (connection: Connection) => T | Fault): T | Fault {
    if (problem.why !== 'corrupt' || this.#hasMended || !this.#options.create) return problem;
    this.#hasMended = true;
    const inode = this.#connection?.inode ?? inodeOf(this.path);
    this.close();
    try {
      this.#aside = setAside(this.path, inode);
    } catch (error) {
      return { ...problem, detail: `${problem.detail}; ${faultOf(error, this.path).detail}` };
    }
    return this.attempt(work);
  }
}
