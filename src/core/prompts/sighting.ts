import type { Place } from '../source/workspace.ts';
import type { Confidence, Found, ModelUse, Role } from './prompt.ts';

/** What one piece of evidence says of a prompt. */
export interface Claim {
  readonly role: Role;
  readonly found: Found;
  readonly confidence: Confidence;
  readonly sdk: string | null;
  readonly model: ModelUse | null;
  /** Calls with different models send it, so that it has none of its own. */
  readonly disputed?: boolean;
  /** How placeholders in its text are written, where the evidence knows; `guess` leaves it to the text, `none` is sent as it is. */
  readonly placeholders: 'braces' | 'guess' | 'none';
}

/** One piece of evidence that a string expression is a prompt. Several may speak of the same expression. */
export interface Sighting extends Claim {
  readonly place: Place;
}

/** A message of a request, with the string expressions behind it; none where its text is not in the workspace. */
export interface SentMessage {
  readonly role: Role;
  readonly sites: readonly Place[];
}

/** A request that was recognised. */
export interface SeenCall {
  readonly place: Place;
  readonly sdk: string;
  readonly model: ModelUse | null;
  readonly messages: readonly SentMessage[];
  readonly maxOutputTokens: number | null;
  readonly complete: boolean;
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
    placeholders: first.placeholders === 'guess' ? second.placeholders : first.placeholders,
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

function moreTelling(a: Role, b: Role): Role {
  if (a === 'unknown') return b;
  return a === 'template' && b !== 'unknown' ? b : a;
}
