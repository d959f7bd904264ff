import { object, optional, record, required, scalar, type Shape } from './shape.ts';

/** Kinds of text for which vocabularies differ from each other in different ways. */
export const textKinds = [
  'english',
  /** Other languages in Latin letters. */
  'latin',
  'code',
  /** Records of numbers, logs, identifiers, Base64. */
  'data',
  'chinese',
  'japanese',
  'korean',
  'cyrillic',
  'arabic',
  /** All other scripts: Hebrew, Greek, Devanagari, Thai … */
  'other',
] as const;

export type TextKind = (typeof textKinds)[number];

/** How many of a model's tokens stand for one token of its encoding, and the relative error that 19 of 20 texts stay within. */
export interface Factor {
  readonly factor: number;
  readonly band: number;
}

/** Family of models → kind of text → what a person's own prompts showed. */
export type Calibration = Readonly<Record<string, Readonly<Partial<Record<TextKind, Factor>>>>>;

const factor = scalar(
  'a number between 0.2 and 10',
  { type: 'number', minimum: 0.2, maximum: 10 },
  (value) => (typeof value === 'number' && value >= 0.2 && value <= 10 ? value : undefined),
);
const band = scalar(
  'a number between 0 and 1, such as 0.05',
  { type: 'number', minimum: 0, maximum: 1 },
  (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined),
);
const pair: Shape<Factor> = object({
  factor: required(factor, 'Tokens of the model per token of o200k_base.'),
  band: required(band, 'How far 19 of 20 texts stray from it: 0.05 is 5 %.'),
});

export const calibration: Shape<Calibration> = record(
  object(Object.fromEntries(textKinds.map((kind) => [kind, optional(pair, `For ${kind} text.`)]))),
);
