import { createHash } from 'node:crypto';
import type { Call } from '../ledger/call.ts';

/** Milliseconds after which nobody tries the same again, but asks the same anew. */
const window = 10 * 60_000;
const mostRemembered = 1000;

/** Remembers what failed for a while, so that the same request made again is known as another attempt. */
export class Retries {
  readonly #failed = new Map<string, { readonly id: string; readonly at: number }>();

  /** @returns the id of the call that this one tries again. */
  before(request: string, at: number): string | null {
    const failed = this.#failed.get(request);
    return failed === undefined || at - failed.at > window ? null : failed.id;
  }

  ended(request: string, { id, at, status, httpStatus }: Call): void {
    this.#failed.delete(request);
    if (!isWorthTryingAgain(status, httpStatus)) return;
    this.#failed.set(request, { id, at });
    for (const oldest of this.#failed.keys()) {
      if (this.#failed.size <= mostRemembered) return;
      this.#failed.delete(oldest);
    }
  }
}

/** A sum of what was asked, for as long as the gateway runs; it is not kept. */
export function requestSum(path: string, body: Buffer): string {
  return createHash('sha256').update(path).update('\n').update(body).digest('base64url');
}

/** What the official clients try again: limits, faults of the provider, and answers that broke off. */
function isWorthTryingAgain(status: Call['status'], httpStatus: number | null): boolean {
  if (httpStatus === null) return true;
  return (
    status === 'incomplete' ||
    httpStatus === 408 ||
    httpStatus === 409 ||
    httpStatus === 429 ||
    httpStatus >= 500
  );
}
