import type { Range } from '../text.ts';
import type { MarkedVolume } from './volume.ts';

export type Role = 'system' | 'user' | 'assistant' | 'tool-description' | 'template' | 'unknown';

/** What told us that this text is a prompt, strongest first. */
export type Found = 'marker' | 'call' | 'message' | 'template-class' | 'file' | 'function' | 'constant';

export type Confidence = 'high' | 'medium' | 'low';

/** How often the value in a hole changes between calls that could share a cached prefix. */
export type Varies = 'request' | 'session' | 'deploy' | 'never' | 'unknown';

/** A model as the source names it. `config` is an assumption (the configured default), not something seen. */
export interface ModelUse {
  readonly id: string;
  readonly via: 'call' | 'constructor' | 'constant' | 'config' | 'marker';
}

/** A run of decoded text and where it stands. `map` is a flat list of `decoded offset, source offset` pairs, see `decoded.ts`. */
export interface Text {
  readonly kind: 'text';
  /** What the model would see, escapes decoded. */
  readonly text: string;
  /** The file the text stands in: the prompt's own, or one it imports from. */
  readonly path: string;
  readonly range: Range;
  readonly map: readonly number[];
}

/** A place whose text is known only when the program runs. */
export interface Hole {
  readonly kind: 'hole';
  readonly expression: string;
  readonly path: string;
  readonly range: Range;
  readonly varies: Varies;
  /** One word or two of evidence: `clock`, `random`, `parameter`, `environment`, … */
  readonly because: string;
  /** The texts this hole can become, where all of them are known: one for a constant, both arms of a conditional. */
  readonly arms?: readonly (readonly Segment[])[];
}

export type Segment = Text | Hole;

/** One text that an application sends to a model, where it stands in the source. */
export interface Prompt {
  /** `path#enclosing.names`, unique in a report, stable while the text changes. */
  readonly id: string;
  readonly path: string;
  /** The whole string expression. */
  readonly range: Range;
  readonly language: string;
  readonly role: Role;
  readonly found: Found;
  readonly confidence: Confidence;
  /** The SDK family of the call that takes it (`openai`, `anthropic`, …), where one was seen. */
  readonly sdk: string | null;
  /** Never guessed: `null` where the source does not show it. */
  readonly model: ModelUse | null;
  readonly segments: readonly Segment[];
  /** `null` where no comment states how often it is sent. */
  readonly volume: MarkedVolume | null;
  /** Id of a larger prompt of the report that has all of this one's text, which is then not to be counted twice. */
  readonly partOf: string | null;
}
