import type { Entry } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { constructed } from './fields.ts';
import { plainName } from './records.ts';
import { isWritten } from './evaluate.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** Where an answer keeps its messages, and what it says beside one: OpenAI's, Anthropic's and Gemini's names, as `plainName` writes them. */
const holders = new Set(['choices', 'candidates']);
const beside = new Set(['finishreason', 'stopreason']);

/** A message, the list it stands in, what names that, and the answer: with room for a fake server around it. */
const deepest = 16;

/**
 * Whether a message of the assistant is written as a part of a provider's answer, as tests and fakes write them: nobody
 * pays for it as input.
 */
export function isInAnswer({ unit, node }: Place): boolean {
  let at: SyntaxNode | null = node;
  for (let steps = 0; at !== null && steps < deepest; steps++, at = at.parent) {
    if (unit.language.scopes[at.kind] === 'function') return false;
    for (const { key, value } of entriesAt({ unit, node: at })) {
      const name = plainName(key ?? '');
      const around = value.start <= node.start && node.end <= value.end;
      // an agent's record of what it was answered says there what that used
      const used = at === node && name === 'usage';
      if (used || beside.has(name) || (around && holders.has(name))) return true;
    }
  }
  return false;
}

/** What an assistant is made to say when something went wrong: people read it, and nobody writes it for a model. */
export function tellsOfFailure(text: string): boolean {
  return text.length <= longestApology && failure.test(text);
}

const longestApology = 200;

const failure =
  /^\W*(?:(?:i'm |i am |we're |we are )?(?:very )?sorry\b|oops\b|an? (?:\w+ )?error\b|error\b|there was an? (?:\w+ )?error\b|something went wrong|i (?:encountered|could ?n[o']t|was (?:not able|unable))\b|(?:failed|unable) to\b)/i;

function entriesAt(place: Place): readonly Entry[] {
  const expression = expressionAt(place);
  if (expression.kind === 'record') return expression.entries;
  return expression.kind === 'call' ? (constructed(place)?.entries ?? []) : [];
}

/**
 * Whether a content is one written text. What an assistant is said to have said by a name that may stand for an answer
 * too, was mostly said to the person at the screen instead of one: an apology, a welcome.
 */
export function isSaid(content: Place, trail: Trail): boolean {
  if (isWritten(unwrap(content))) return true;
  const origin = definitionOf(content, trail);
  const [only, another] = origin.kind === 'values' && origin.appended.length === 0 ? origin.values : [];
  return only !== undefined && another === undefined && isWritten(only);
}
