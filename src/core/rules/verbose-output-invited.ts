import { slice } from '../source/decoded.ts';
import type { Range } from '../text.ts';
import { isUncapped } from './outputCap.ts';
import { quoted } from './phrases.ts';
import { defineRule } from './rule.ts';
import { written } from './written.ts';

/**
 * A prompt that asks for an answer "in great detail" or "as long as possible" gets one, and output costs several times what
 * input costs. Where the call has no cap either, nothing ends it but the model.
 *
 * Say what the answer is for and how long it may be ("in at most five sentences"), and set a cap on the call. For models
 * that reason by themselves "think step by step" only adds words.
 *
 * Only prompts of which every call was seen whole, and has no cap, are reported. One that limits the length elsewhere, or
 * whose answer has a form to follow, is fine. English, German, French and Spanish are known.
 *
 * How long the answers are is not known, so no money is named.
 *
 * ```py bad
 * from openai import OpenAI
 *
 *
 * def answer(question):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         messages=[
 *             {"role": "system", "content": "You are the harbour master. Explain every rule in great detail."},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 *
 * ```py good
 * from openai import OpenAI
 *
 *
 * def answer(question):
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         max_completion_tokens=200,
 *         messages=[
 *             {"role": "system", "content": "You are the harbour master. Explain every rule in two sentences."},
 *             {"role": "user", "content": question},
 *         ],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'verbose-output-invited',
  title: 'A prompt asks for a long answer, and no call of it has a cap',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'prompt',
  fix: null,
  options: {},
  *check({ prompt, calls, sources }) {
    const { role, segments, partOf } = prompt;
    if (partOf !== null || role === 'assistant' || role === 'tool-description' || calls.length === 0) return;
    if (!calls.every((call) => isUncapped(call, sources) && call.settings.responseFormat === undefined))
      return;
    const texts = [...written(segments)];
    if (texts.some(({ segment }) => segment.kind === 'text' && limits.test(segment.text))) return;
    for (const { segment, by } of texts) {
      const found = segment.kind === 'text' ? invitation(segment.text) : null;
      if (segment.kind !== 'text' || found === null) continue;
      const phrase = segment.text.slice(found.start, found.end);
      const { path } = by ?? segment;
      const { range } = by ?? slice(segment, found.start, found.end);
      yield { path, range, evidence: phrase, data: { phrase } };
      return;
    }
  },
  say: ({ phrase }) =>
    `${quoted(phrase)} invites a long answer, and nothing limits it: say how long it may be, and set a cap on the call`,
});

const invitations = [
  /\b(?:in|with) (?:great|extensive|exhaustive|as much|the (?:utmost|greatest)) detail\b/,
  /\b(?:explain|describe|discuss|elaborate)\b(?: [\w'-]+){0,4} in (?:full )?detail\b/,
  /\bas (?:long|detailed|thorough|comprehensive|exhaustive|verbose) as (?:possible|you can)\b/,
  /\b(?:think|reason|explain)\b(?: [\w'-]+){0,4} step[- ]by[- ]step\b/,
  /\bat great length\b/,
  /\b(?:so|möglichst) (?:ausführlich|detailliert|lang)e?(?: wie möglich)?(?= |[.,;!?]|$)/,
  /\baussi (?:long|détaillé|complet)\w* que possible\b/,
  /\btan (?:larg|detallad|complet)\w+ como sea posible\b/,
].map((pattern) => new RegExp(pattern.source, 'iu'));

/** Somebody thought of the length. */
const limits =
  /\b(?:brief(?:ly)?|concise(?:ly)?|short|terse|succinct(?:ly)?|kurz|knapp|bref|brève|concis|breve|conciso)\b|\b(?:words|sentences?|paragraphs?|lines|characters|tokens|Wörter|Sätzen?|mots|phrases|palabras)\b/iu;

/** "Do not explain in detail" asks for the opposite. */
const denied =
  /\b(?:not|never|avoid|without|don['’]t|no need|nicht|nie|kein\w*|pas|sans|sin|no)\b[^.!?\n]*$/iu;

function invitation(text: string): Range | null {
  for (const pattern of invitations) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (!denied.test(before)) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
