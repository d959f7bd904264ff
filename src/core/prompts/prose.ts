import { signsOfModelTalk } from './modelTalk.ts';

/** What a text reads like, from its characters alone. English first: other languages pass by length and form. */
export interface Reading {
  readonly words: number;
  /** Signs of an instruction: the second person, an imperative, a role, a format asked for. */
  readonly instructs: number;
  /** It tells somebody who they are or what their task is. */
  readonly casts: boolean;
  /** Kinds of signs that it speaks to a language model, see `signsOfModelTalk`. */
  readonly modelTalk: number;
}

/** Text of another trade than prompts: code, markup, queries, paths, messages to a person at a terminal. */
const foreign: readonly RegExp[] = [
  /^\s*(?:--[^\n]*\n\s*)*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH)\b[^]*\b(?:FROM|INTO|TABLE|SET|VALUES|WHERE|INDEX|AS)\b/,
  /^\s*(?:query|mutation|subscription|fragment)\s+\w+[^{]{0,2000}\{\s*\w/,
  /^\s*<(?:!doctype|html|head|body|div|span|p|a|svg|button|table|ul|ol|li|h[1-6]|img|input|form|style|script|select|label|section)\b/i,
  /^\s*(?:#!|<\?php|<\?xml|import |from [\w.]+ import |export |const |let |var |function |def |class |package |using )/,
  /^\s*no \w+ (?:was |were )?(?:found|available|selected|configured)\b[^\n]{0,200}$/i,
  /^\s*(?:https?:\/\/|[./~]?[\w.-]+\/[\w./-]+\s*$)/,
  /^\s*(?:usage|options|examples?|commands?|error|warning|failed|invalid|cannot|could not|unable to|unknown|missing|no such)\b[^\n]{0,200}$/i,
  // `app::greeting.prompt`: the key of a text
  /^\s*[\w-]+(?:(?:::|\.)[\w-]+)+\s*$/,
  /^\s*\{\s*"[^"]+"\s*:/,
  // comments of a file of settings, line after line
  /^(?:\s*#[^\n]*\n){3,}\s*(?:#[^\n]*\s*)?$/,
  /^\s*[.#]?[\w-]+(?:\s*[,>+~]\s*[.#]?[\w-]+)*\s*\{[^}]*:[^}]*;/,
];

const terminalQuestion =
  /^\s*(?:please\s+)?(?:enter|type|press|choose|select|pick|input|continue|proceed|overwrite|confirm|are you sure|do you (?:want|wish)|would you like|what is your|what's your|which|how many|is this)\b[^\n]{0,160}[?:>\])]\s*$/i;
const yesOrNo = /[([]\s*y(?:es)?\s*[/|,]\s*n(?:o)?\s*[)\]]/i;

const signs: readonly RegExp[] = [
  /\byou(?:r|rself)?\b/i,
  /\byou are (?:an?|the|now)\b|\bact as\b|\bas an? (?:expert|ai|assistant|senior|professional)\b|\byour (?:task|job|role|goal)\b/i,
  /\b(?:must|should|never|always|do not|don't|avoid|ensure|make sure|only|please)\b/i,
  /(?:^|[.!?:\n]\s*|[-*\d.]\s+)(?:answer|analy[sz]e|act|add|ask|assume|base|be|check|choose|classify|compare|complete|consider|convert|create|decide|define|describe|determine|do|draft|evaluate|explain|extract|fill|find|focus|follow|generate|give|help|identify|ignore|improve|include|keep|list|make|match|note|output|pay|perform|plan|produce|provide|read|reply|respond|return|review|rewrite|say|score|select|show|solve|speak|start|state|suggest|summari[sz]e|take|tell|think|translate|use|verify|wait|write)\b/i,
  /\b(?:respond|reply|answer|output|return|format)\b[^.\n]{0,40}\b(?:in|with|as|only|json|markdown|xml|format|language)\b/i,
  /\b(?:json|markdown|xml|bullet points?|step by step|the following|below|user|assistant|context|example)\b/i,
  /\{\{?\s*[A-Za-z_][\w.]*\s*\}?\}|\$\{|<[a-z_]+>/,
];

const casting =
  /\byou are (?:an?|the|now|going to)\b|\b(?:please )?act as (?:an?|the)\b|\byour (?:task|job|role|goal) is\b|\byou (?:will|must|should) (?:act|be given|receive|help|answer|always|never)\b/i;

/** Null when the text is plainly something else than an instruction to a model. */
export function readProse(text: string): Reading | null {
  const head = text.slice(0, 4000);
  if (foreign.some((pattern) => pattern.test(head))) return null;
  const words = countWords(withoutConditions(head));
  if (words < 40 && (terminalQuestion.test(head) || yesOrNo.test(head))) return null;
  const letters = characters(head) - characters(head.replace(/[\p{L}\p{M}\s]+/gu, ''));
  if (letters < head.length * 0.55) return null;
  return {
    words,
    instructs: signs.filter((pattern) => pattern.test(head)).length,
    casts: casting.test(head),
    modelTalk: signsOfModelTalk(head),
  };
}

/** Whether a text begins by telling its reader who it is: a request of a user would begin with what is wanted. */
export function castsFirst(text: string): boolean {
  return /^\s*(?:#[^\n]{0,200}\n\s*)?(?:you are|you're|act as)\b/i.test(text);
}

/** Characters, those that take two units counted once. */
function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** A text without `{?condition {name}}`, whose words nobody reads: of such a prompt of a terminal nothing else is left. */
function withoutConditions(text: string): string {
  let plain = text;
  if (!/\{[?!]/.test(plain)) return plain;
  for (let depth = 0; depth < 4; depth++) plain = plain.replace(/\{[^{}\n]{0,80}\}/g, ' ');
  return plain;
}

/** Words of letters; in scripts that do not part words, two characters count as one. */
function countWords(text: string): number {
  const word = /[\p{L}\p{M}'’]{2,}/gu;
  // most texts have none of these scripts, which one look tells
  if (!dense.test(text)) {
    let words = 0;
    while (word.test(text)) words++;
    return words;
  }
  const plain = (text.match(word) ?? []).filter((word) => !dense.test(word)).length;
  const characters = text.match(denseAll)?.length ?? 0;
  return plain + Math.floor(characters / 2);
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const denseAll = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
