import type { MapPart } from '../cache/parts.ts';
import { evidenceOfName, namesIn, splitWords } from '../prompts/evidence.ts';
import { comesFromOutside, expressionIn } from './code.ts';
import type { Sources } from './rule.ts';

/**
 * Whether a value certainly changes with each request: by what its expression does, or because a name in it ends in a
 * word for what users say or what is looked up for them (`num_code_suggestions` is no code) and it comes in from outside.
 */
export function isProven(hole: MapPart, sdk: string | null, sources: Sources): boolean {
  if (sdk !== null && fillsFromSession.has(sdk) && !/\W/.test(hole.name)) return false;
  if (['clock', 'random', 'request'].includes(hole.because)) return true;
  const names = namesIn(hole.name).filter((name) => evidenceOfName(name)?.varies === 'request');
  if (!names.some((name) => evidenceOfName(splitWords(name).at(-1) ?? '')?.varies === 'request'))
    return false;
  const place = expressionIn(sources, hole);
  // the placeholder of a template has no code, and is filled from outside
  return place === null ? isFilled(hole, sources) : comesFromOutside(place);
}

/** SDKs that fill `{name}` from the state of the session, whatever it is called. https://google.github.io/adk-docs/sessions/state, read 2026-11. */
const fillsFromSession: ReadonlySet<string> = new Set(['google-adk']);

/** `{{query}}` in code may be an example of a placeholder that the model is told of: nothing fills it but what is seen to. */
function isFilled({ path, range, name }: MapPart, sources: Sources): boolean {
  // a call with half of its brackets is an example of another language
  if (!/^[^()]*(?:\([^()]*\)[^()]*)*$/.test(name)) return false;
  const unit = sources.unit(path);
  if (unit === null || !unit.text.startsWith('{{', range.start)) return true;
  return unit.text
    .split(/replace\w*\(\s*["'`]\{\{\s*/)
    .slice(1)
    .some((behind) => behind.startsWith(name));
}
