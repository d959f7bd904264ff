import type { StatementSync } from 'node:sqlite';
import type { PriceSource } from '../core/prices/price.ts';
import type { Call, CallUsage, Sketch } from './call.ts';
import { limbsOf } from './money.ts';
import { digestOf, packed } from './prints.ts';
import { redact } from './redact.ts';
import { givenBytes, type Database } from './sqlite.ts';

/** `known`: it was told before, and is left as it was. `completed`: before its answer had ended. */
export type Inserted = 'added' | 'completed' | 'known';

type Value = string | number | bigint | null;

/** Enough for the prices and prompts of a long import; then it begins anew. */
const mostRemembered = 20_000;

/** Puts calls into the tables, with statements that are prepared once. To be used inside of a transaction. */
export class Inserter {
  readonly #keepsTexts: boolean;
  readonly #call: StatementSync;
  readonly #text: StatementSync;
  readonly #highest: StatementSync;
  readonly #price: Interned;
  readonly #sketch: Interned;
  /** The last row that there is. */
  #last = 0;

  constructor(database: Database, { keepsTexts }: { readonly keepsTexts: boolean }) {
    this.#keepsTexts = keepsTexts;
    this.#call = database.prepare(insertCall);
    this.#text = database.prepare(
      'INSERT OR REPLACE INTO call_text (row, request, response) VALUES (?, ?, ?)',
    );
    this.#highest = database.prepare('SELECT max(row) AS row FROM call');
    this.#price = new Interned(
      database.prepare(
        'INSERT OR IGNORE INTO price (model, provider, service, source, date) VALUES (?, ?, ?, ?, ?)',
      ),
      database.prepare(
        'SELECT id FROM price WHERE model = ? AND provider = ? AND service = ? AND source = ? AND date = ?',
      ),
    );
    this.#sketch = new Interned(
      database.prepare(`INSERT OR IGNORE INTO sketch (digest, prints) VALUES (?, ${givenBytes})`),
      database.prepare('SELECT id FROM sketch WHERE digest = ?'),
    );
  }

  /** To be called when a transaction has begun; what one has put in that was taken back is not there any more. */
  begin(): void {
    this.#price.forget();
    this.#sketch.forget();
    this.#last = Number(this.#highest.get()?.['row'] ?? 0);
  }

  /** @throws RangeError for a count that cannot be. */
  insert(call: Call): Inserted {
    const written = this.#call.get(...this.#valuesOf(call));
    if (written === undefined) return 'known';
    const row = Number(written['row']);
    if (call.texts !== null && this.#keepsTexts)
      this.#text.run(row, bare(call.texts.request), bare(call.texts.response));
    if (row <= this.#last) return 'completed';
    this.#last = row;
    return 'added';
  }

  #valuesOf(call: Call): Value[] {
    const { usage, cost } = call;
    const limbs = cost === null ? null : limbsOf(cost.usd);
    const tags = Object.keys(call.tags).length === 0 ? null : JSON.stringify(call.tags);
    return [
      ...[call.source, call.id, whole(call.at, 'at')],
      counted(call.requests, 'requests'),
      ...[call.provider, call.model, call.operation, call.service],
      ...countsOf(usage),
      ...[limbs?.usd8 ?? null, limbs?.usd16 ?? null, limbs?.usd24 ?? null, cost?.from ?? null],
      cost === null ? null : this.#priceId(cost.price),
      counted(call.latencyMs, 'latencyMs'),
      counted(call.firstTokenMs, 'firstTokenMs'),
      ...[call.status, counted(call.httpStatus, 'httpStatus'), flag(call.streaming), call.retryOf],
      ...[
        call.prompt,
        bare(call.feature),
        bare(call.user),
        bare(call.session),
        bare(tags),
        flag(call.success),
      ],
      call.sketch === null || call.sketch.prints.length === 0 ? null : this.#sketchId(call.sketch),
    ];
  }

  #priceId({ model, provider, service, source, date }: PriceSource): number {
    const values = [model, provider, service ?? 'standard', source, date];
    return this.#price.idOf(values.join('\n'), values, values);
  }

  #sketchId({ prints }: Sketch): number {
    const digest = digestOf(prints);
    return this.#sketch.idOf(digest, [digest], [digest, packed(prints)]);
  }
}

/** Rows that many calls share, such as prices. */
class Interned {
  readonly #ids = new Map<string, number>();
  readonly #insert: StatementSync;
  readonly #find: StatementSync;

  constructor(insert: StatementSync, find: StatementSync) {
    this.#insert = insert;
    this.#find = find;
  }

  idOf(key: string, found: readonly Value[], inserted: readonly (Value | Uint8Array)[]): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#insert.run(...inserted);
    const id = Number(this.#find.get(...found)?.['id']);
    if (this.#ids.size >= mostRemembered) this.#ids.clear();
    this.#ids.set(key, id);
    return id;
  }

  forget(): void {
    this.#ids.clear();
  }
}

const columns = [
  ...['source', 'id', 'at', 'requests', 'provider', 'model', 'operation', 'service'],
  ...['input', 'cache_read', 'cache_write', 'cache_write_1h', 'output', 'reasoning', 'counted'],
  ...['usd_8', 'usd_16', 'usd_24', 'cost_from', 'price', 'latency_ms', 'first_token_ms'],
  ...['status', 'http_status', 'streaming', 'retry_of'],
  ...['prompt', 'feature', 'user', 'session', 'tags', 'success', 'sketch'],
];

/**
 * A call that is told again stays as it is, but for one that was told before its answer had ended, or its day: more output completes it, or as much
 * output of more input, as the embeddings of a day have.
 */
const insertCall = `
  INSERT INTO call (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT (source, id) DO UPDATE SET
    ${columns
      .slice(2)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}
  WHERE coalesce(excluded.output, -1) > coalesce(call.output, -1)
    OR (excluded.output = call.output AND coalesce(excluded.input, -1) > coalesce(call.input, -1))
  RETURNING row`;

function countsOf({
  input,
  cacheRead,
  cacheWrite,
  cacheWrite1h,
  output,
  reasoning,
  from,
}: CallUsage): Value[] {
  return [
    counted(input, 'input'),
    counted(cacheRead, 'cacheRead'),
    counted(cacheWrite, 'cacheWrite'),
    counted(cacheWrite1h, 'cacheWrite1h'),
    counted(output, 'output'),
    counted(reasoning, 'reasoning'),
    from,
  ];
}

function counted(value: number | null, name: string): number | null {
  if (value === null) return null;
  const rounded = Math.round(value);
  if (!Number.isSafeInteger(rounded) || rounded < 0) throw new RangeError(`${name}: ${value} is no count`);
  return rounded;
}

function whole(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name}: ${value} is no moment in milliseconds`);
  return value;
}

/** Without what looks like a key: some put theirs where a user or a session is to be named. */
function bare(text: string | null): string | null {
  return text === null ? null : redact(text);
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
