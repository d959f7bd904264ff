import type { AnnotatedPrompt, Asked } from './annotated.ts';

/** What a text no longer says of what its prompt was annotated with, told without the compressor's own tables. */
export function lostOf(prompt: AnnotatedPrompt, text: string): string[] {
  const lost = prompt.asked
    .filter((asked) => !isAsked(asked, prompt.text, text))
    .map(({ polarity, anchors, scope }) => `${polarity}: ${anchors.join('/')} | ${scope.join(', ')}`);
  const changed = prompt.keeps.filter((keep) => times(text, keep) !== times(prompt.text, keep));
  return [...lost, ...changed.map((keep) => `keep: ${keep}`)];
}

/** Where a prompt asks for something: a sentence with one of the anchors and all words of the scope. */
export function sentenceOf({ anchors, scope }: Asked, text: string): string | null {
  return (
    sentencesOf(text).find(
      (sentence) =>
        anchors.some((anchor) => findWord(spelledOut(sentence), spelledOut(anchor)) !== null) &&
        scope.every((word) => spelledOut(sentence).toLowerCase().includes(spelledOut(word).toLowerCase())),
    ) ?? null
  );
}

/**
 * `don't` as `do not`, `whether or not` as `whether`, `no more than` as `at most`: the same words for whoever reads them.
 * What goes without saying is not negated.
 */
function spelledOut(text: string): string {
  return text
    .replace(/\bwhether or not\b/gi, 'whether')
    .replace(/\bno (?:more|longer) than\b/gi, 'at most')
    .replace(/\bno (?:fewer|less) than\b/gi, 'at least')
    .replace(/\be-mail/gi, 'email')
    .replace(/\bit goes without saying that\b/gi, '')
    .replace(/\b(?:cannot|can['’]t)\b/gi, 'can not')
    .replace(/\bwon['’]t\b/gi, 'will not')
    .replace(/n['’]t\b/gi, ' not');
}

/** Where a word or a phrase stands in a text, as a whole. */
export function findWord(text: string, phrase: string): { start: number; end: number } | null {
  const [lower, wanted] = [text.toLowerCase(), phrase.toLowerCase()];
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isWhole = !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[end] ?? ''}`);
    // scripts that write no blanks have no edges of words
    if (isWhole || /[\u3040-\u30ff\u4e00-\u9fff]/.test(phrase)) return { start: at, end };
  }
  return null;
}

function isAsked(asked: Asked, original: string, text: string): boolean {
  const [before, after] = [sentenceOf(asked, original), sentenceOf(asked, text)];
  if (before === null) throw new Error(`"${asked.anchors.join('/')}" is not in the prompt it was noted for`);
  return after !== null && negations(after) === negations(before);
}

const negation =
  /\b(?:not|never|no|none|nor|cannot|dont|without|nicht|kein\w*|nie|niemals|ne|pas|jamais|aucun\w*|nunca|ningún|ninguna|sin)\b|n['’]t\b|\bn['’]/giu;

function negations(sentence: string): number {
  return spelledOut(sentence).match(negation)?.length ?? 0;
}

/** A mark at a word's end ends a sentence; so does the end of a line. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:;。])\s+|\n|(?<=。)/);
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}
