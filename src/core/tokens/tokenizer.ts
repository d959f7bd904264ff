import type { Calibration, Factor, TextKind } from '../calibration.ts';
import type { Day, EncodingName } from '../host.ts';
import { families, unknown } from './families.ts';
import { modelName } from './modelId.ts';
import type { Certainty } from './tokens.ts';

/** One factor per kind of text: how much vocabularies differ depends on it. */
export type Factors = Readonly<Record<TextKind, Factor>>;

/** How a model's tokens are counted. */
export interface Tokenizer {
  /** `openai`, `claude-3`, … : the family, for the reader and for `calibration`; `unknown` when the name tells nothing. */
  readonly family: string;
  readonly encoding: EncodingName;
  readonly certainty: Certainty;
  readonly factors: Factors;
  /** `alone`: every digit is a token of its own, where the encodings of OpenAI take up to three together. */
  readonly digits: 'together' | 'alone';
  /** Where encoding and factors come from. */
  readonly source: string;
  readonly date: Day;
}

/** Which tokenizer counts for a model; `null`, or a name nobody has heard of, is counted as OpenAI would, approximately. */
export function tokenizerOf(model: string | null, calibration: Calibration = {}): Tokenizer {
  if (model === null) return unknown;
  const { kind } = modelName(model);
  const found = families.find(({ pattern }) => pattern.test(kind))?.tokenizer ?? unknown;
  const own = Object.hasOwn(calibration, found.family) ? calibration[found.family] : undefined;
  if (own === undefined || found.certainty === 'exact') return found;
  return { ...found, certainty: 'calibrated', factors: { ...found.factors, ...own } };
}
