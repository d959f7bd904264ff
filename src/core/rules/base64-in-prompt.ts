import { amount } from '../configValues.ts';
import { inputPer1kCalls } from '../prices/savings.ts';
import type { Usd } from '../prices/usd.ts';
import type { Hole, Text } from '../prompts/prompt.ts';
import type { Data } from '../report.ts';
import { option } from '../shape.ts';
import { slice } from '../source/decoded.ts';
import type { Range } from '../text.ts';
import type { Certainty } from '../tokens/tokens.ts';
import { expressionIn, textOf, valueOf } from './code.ts';
import { atMost, quoted, tokensPhrase } from './phrases.ts';
import { defineRule, type Sources } from './rule.ts';
import { written } from './written.ts';

/**
 * A picture or a file that is encoded as letters (Base64, hexadecimal digits, a data URI) and stands in the *text* of a
 * prompt costs a token for every two or three letters, and the model sees letters, not a picture.
 *
 * Hand pictures and files over as what they are: an image or file part of the message, or the provider's files interface.
 * What the model need not see, leave out.
 *
 * Runs of 200 letters or more are reported; checksums and ids are shorter. Of a value that is encoded while the program
 * runs nobody knows how long it is: that is information only.
 *
 * Source: OpenAI, images and vision guide (2026-11-01).
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * export async function look(photo: Buffer) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [{ role: 'user', content: `Which ship is this? ${photo.toString('base64')}` }],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 *
 * export async function look(photo: Buffer) {
 *   const url = `data:image/png;base64,${photo.toString('base64')}`;
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       {
 *         role: 'user',
 *         content: [
 *           { type: 'text', text: 'Which ship is this?' },
 *           { type: 'image_url', image_url: { url } },
 *         ],
 *       },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'base64-in-prompt',
  title: 'A file encoded as letters stands in the text of a prompt',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'prompt',
  fix: null,
  options: {
    minimumTokens: option(amount, 100, 'Tokens of encoded text from which on it is worth a word.'),
  },
  *check({ prompt, model, price, sources, wording }, { minimumTokens }) {
    // told of the larger prompt, which has all of this one
    if (prompt.partOf !== null) return;
    for (const { segment, by, before } of written(prompt.segments)) {
      const { path } = by ?? segment;
      if (segment.kind === 'hole') {
        if (!isEncoded(segment, before, sources)) continue;
        const { range } = by ?? segment;
        const { expression } = segment;
        const data: Shown = { expression, tokens: 0, certainty: 'approximate', usd: null };
        yield { path, range, evidence: expression, data, severity: 'info', confidence: 'medium' };
        continue;
      }
      for (const found of encodedRuns(segment.text)) {
        const text = segment.text.slice(found.start, found.end);
        const { count: tokens, certainty } = wording.count(text, model);
        if (tokens < Math.max(1, minimumTokens)) continue;
        const usd = inputPer1kCalls(tokens, prompt.tokens.count, price);
        const { range } = by ?? slice(segment, found.start, found.end);
        const data: Shown = { expression: null, tokens, certainty, usd };
        yield { path, range, evidence: text, data, saves: { tokens, usdPer1kCalls: usd } };
      }
    }
  },
  say: ({ expression, tokens, certainty, usd }, money) =>
    expression === null
      ? `${tokensPhrase(tokens, certainty)} of this prompt are a file encoded as text${atMost(usd, money)}; hand it over as an image or file part, or leave it out`
      : `${quoted(expression)} is sent as encoded text, of which the model sees letters at a token for every two or three: hand it over as an image or file part`,
});

/** What the message is made of: a value that is encoded while the program runs, or tokens that are there. */
interface Shown extends Data {
  readonly expression: string | null;
  readonly tokens: number;
  readonly certainty: Certainty;
  readonly usd: Usd | null;
}

/** Fewer letters in a row are no file. */
const shortestRun = 200;
/** Each run is tried once, from its first letter. */
const letters = new RegExp(
  `(?:data:[\\w.+/-]{1,80};base64,)?(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{${shortestRun},}={0,2}`,
  'g',
);

/** Whether somewhere so many letters may stand in a row: one of them then stands at a multiple of that number. */
function mayHoldRun(text: string): boolean {
  for (let at = shortestRun - 1; at < text.length; at += shortestRun) {
    let start = at;
    while (start > at - shortestRun && isLetter(text.charCodeAt(start))) start--;
    let end = at + 1;
    while (end <= start + shortestRun && isLetter(text.charCodeAt(end))) end++;
    if (end - start > shortestRun) return true;
  }
  return false;
}

/** Of the 64 that bytes are encoded as. */
function isLetter(code: number): boolean {
  const isDigit = code >= 0x2f && code <= 0x39;
  return isDigit || code === 0x2b || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Stretches that are encoded data: letters of both cases and digits in disorder, or digits to the base of 16. */
function* encodedRuns(text: string): Iterable<Range> {
  if (!mayHoldRun(text)) return;
  for (const { 0: run, index } of text.matchAll(letters)) {
    const data = run.replace(/^data:.*,/, '');
    const isMixed = /[a-z]/.test(data) && /[A-Z]/.test(data) && /\d/.test(data);
    const isHexadecimal = /^(?:[\da-f]+|[\dA-F]+)$/.test(data);
    const distinct = new Set(data).size;
    if ((isMixed && distinct >= 20) || (isHexadecimal && distinct >= 8))
      yield { start: index, end: index + run.length };
  }
}

/** Calls that encode bytes as letters, in the languages that we read. */
const encodes =
  /\bb64encode\(|\bbtoa\(|\btoString\(\s*['"]base64(?:url)?['"]\s*\)|\bBase64\.(?:strict_|urlsafe_)?encode|\bBase64\.get\w*Encoder\(|\bToBase64String\(|\bbase64_encode\(|\bbase64\.\w+\.EncodeToString\(|\bgeneral_purpose::\w+\.encode\(|\bBASE64_STANDARD\.encode\(/;
/** Only a part of it is sent. */
const cut = /\[[^\]]*:|\.(?:slice|substring|substr|Substring)\(/;
/** Names that encoded bytes have. */
const suggestive = /b64|base_?64|encod|image|img|photo|picture|audio|file|data|bytes|pdf|logo|blob|content/i;
/** A longer expression does more than to encode. Characters. */
const longest = 300;

function isEncoded(hole: Hole, before: Text | null, sources: Sources): boolean {
  if (before !== null && /data:[\w.+/-]{1,80};base64,$/.test(before.text.slice(-120))) return true;
  const { expression } = hole;
  if (!/^[\w$]+$/.test(expression)) return encodesWhole(expression);
  // to look a name up takes the tree of its file: only where something in it encodes
  if (!suggestive.test(expression) || !encodes.test(sources.text(hole.path) ?? '')) return false;
  const place = expressionIn(sources, { ...hole, name: expression });
  return place !== null && encodesWhole(textOf(valueOf(place)));
}

function encodesWhole(expression: string): boolean {
  return expression.length <= longest && encodes.test(expression) && !cut.test(expression);
}
