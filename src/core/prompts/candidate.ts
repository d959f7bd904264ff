import type { Place } from '../source/workspace.ts';
import type { Range } from '../text.ts';
import type { Role, Segment } from './prompt.ts';
import type { PlainCall } from './request/plain.ts';
import type { Claim } from './sighting.ts';
import type { Suppression } from './suppressions.ts';

/** A prompt before its file is complete: plain data, so that no syntax tree is kept for it. */
export interface Candidate extends Claim {
  /** The expression it is, by which calls name it; `range` may reach further. */
  readonly site: SiteKey;
  readonly path: string;
  readonly range: Range;
  readonly language: string;
  readonly segments: readonly Segment[];
  readonly names: string;
}

/** Where a prompt stands, as a key. */
export type SiteKey = string;

/** A call whose prompts are named by their sites. */
export interface CandidateCall extends PlainCall {
  /** Every text it sends, descriptions of tools among them, in the order of the request. */
  readonly sent: readonly { readonly role: Role; readonly sites: readonly SiteKey[] }[];
}

/** What one file tells of prompts: its own, and those of other files that its calls send. */
export interface FileReading {
  readonly candidates: readonly Candidate[];
  readonly calls: readonly CandidateCall[];
  /** Comments that keep rules silent. */
  readonly suppressions: readonly Suppression[];
}

export function siteKey({ unit, node }: Place): SiteKey {
  return siteAt(unit.path, node);
}

export function siteAt(path: string, { start, end }: Range): SiteKey {
  return `${path}:${start}:${end}`;
}
