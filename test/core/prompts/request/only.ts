import assert from 'node:assert/strict';
import type { Call } from '../../../../src/core/prompts/request.ts';
import { reportOf } from '../../../hostile/memory.ts';

/** The one call of some files. */
export async function only(files: Readonly<Record<string, string>>): Promise<Call> {
  const [call, another] = (await reportOf(files)).calls;
  assert.ok(call !== undefined && another === undefined, 'the files have one call');
  return call;
}
