import type { Place } from '../source/workspace.ts';
import type { MessageSeen } from './messages.ts';
import type { Confidence, Found, Hole, ModelUse, Role } from './prompt.ts';
import type { Call } from './request.ts';
import type { PartSeen } from './request/contents.ts';
import type { MarkSeen } from './request/marks.ts';
import type { ToolSeen } from './request/tools.ts';
import type { MarkedVolume } from './volume.ts';

/** What one piece of evidence says of a prompt. */
export interface Claim {
  readonly role: Role;
  readonly found: Found;
  readonly confidence: Confidence;
  readonly sdk: string | null;
  readonly model: ModelUse | null;
  /** Calls with different models send it, so that it has none of its own. */
  readonly disputed?: boolean;
  /** What a comment above it says. */
  readonly volume?: MarkedVolume | undefined;
  /** How placeholders in its text are written, where the evidence knows; `guess` leaves it to the text, `none` is sent as it is. */
  readonly placeholders: 'braces' | 'guess' | 'none';
}

/** One piece of evidence that a string expression is a prompt. Several may speak of the same expression. */
export interface Sighting extends Claim {
  readonly place: Place;
}

/** A part of a message, with the string expressions behind its text; none where that is not in the workspace. */
export interface SentPart extends PartSeen {
  readonly sites: readonly Place[];
  /** Only one of the sites is sent. */
  readonly oneOf: boolean;
  /** What stands for the text where there are no sites. */
  readonly hole: Hole | null;
}

export interface SentMessage extends Omit<MessageSeen, 'contents' | 'parts'> {
  readonly parts: readonly SentPart[];
}

/** A tool of a request, with the string expressions behind its description. */
export interface SentTool extends ToolSeen {
  readonly sites: readonly Place[];
}

/** A request that was recognised: `Call` before its prompts have ids. */
export interface SeenCall extends Pick<
  Call,
  | 'sdk'
  | 'model'
  | 'maxOutputTokens'
  | 'complete'
  | 'settings'
  | 'settled'
  | 'batch'
  | 'loop'
  | 'modelVaries'
  | 'toolsVary'
> {
  readonly place: Place;
  /** Descriptions of tools among them, each as a message of its own. */
  readonly messages: readonly SentMessage[];
  readonly tools: readonly SentTool[] | null;
  /** The mark on the request as a whole. */
  readonly mark: MarkSeen | null;
}

const strength: readonly Found[] = [
  'constant',
  'function',
  'file',
  'message',
  'template-class',
  'call',
  'marker',
];
const sureness: readonly Confidence[] = ['low', 'medium', 'high'];

/** Two pieces of evidence about the same expression as one: what either knows, the stronger first. */
export function merge<T extends Claim>(a: T, b: T): T {
  const [first, second] = strength.indexOf(b.found) > strength.indexOf(a.found) ? [b, a] : [a, b];
  const { model, disputed } = agreedModel(first, second);
  const sure = Math.max(sureness.indexOf(a.confidence), sureness.indexOf(b.confidence));
  return {
    ...first,
    role: moreTelling(first.role, second.role),
    confidence: sureness[sure] ?? first.confidence,
    sdk: first.sdk ?? second.sdk,
    model,
    disputed,
    volume: first.volume ?? second.volume,
    placeholders: agreedPlaceholders(first.placeholders, second.placeholders),
  };
}

/** What a person wrote in a marker stands; else the one model that is seen, and none where several are. */
function agreedModel(a: Claim, b: Claim): { model: ModelUse | null; disputed: boolean } {
  const marked = [a.model, b.model].find((model) => model?.via === 'marker');
  if (marked !== undefined && marked !== null) return { model: marked, disputed: false };
  const differ = a.model !== null && b.model !== null && a.model.id !== b.model.id;
  const disputed = a.disputed === true || b.disputed === true || differ;
  return { model: disputed ? null : (a.model ?? b.model), disputed };
}

/** What takes a text as a template knows how it fills it; a call that sends it may not. */
function agreedPlaceholders(
  first: Claim['placeholders'],
  second: Claim['placeholders'],
): Claim['placeholders'] {
  if (first === 'braces' || second === 'braces') return 'braces';
  return first === 'guess' ? second : first;
}

function moreTelling(a: Role, b: Role): Role {
  if (a === 'unknown') return b;
  return a === 'template' && b !== 'unknown' ? b : a;
}
