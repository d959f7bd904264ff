import type { CompressionEdit } from '../../src/core/compress/edited.ts';
import type { AnnotatedPrompt, Asked, Polarity } from './annotated.ts';
import { findWord, sentenceOf } from './retention.ts';

/** One fault that a compressor could make. */
export interface Mutation {
  readonly what: string;
  /** Of a plain order, in which a model that writes anew may choose its words. */
  readonly ofOrder: boolean;
  readonly edit: CompressionEdit;
}

/** Each annotated constraint left out, turned into something else, said twice; each thing to keep left out, changed, said twice. */
export function mutationsOf(prompt: AnnotatedPrompt): Mutation[] {
  const constraints = prompt.asked.flatMap((asked) => {
    const { start, end } = placeOf(asked, prompt.text);
    const turned = turnedRound[prompt.language]?.[asked.polarity];
    if (turned === undefined)
      throw new Error(`nothing stands against ${asked.polarity} in ${prompt.language}`);
    const what = `${asked.polarity} ${prompt.text.slice(start, end)} (${asked.scope.join(', ')})`;
    const ofOrder = asked.polarity === 'do';
    return mutations(what, prompt.text, start, end, turned).map((one) => ({ ...one, ofOrder }));
  });
  const kept = prompt.keeps.flatMap((keep) => {
    const start = prompt.text.indexOf(keep);
    return mutations(keep, prompt.text, start, start + keep.length, changed(keep));
  });
  return [...constraints, ...kept];
}

function mutations(what: string, text: string, start: number, end: number, other: string): Mutation[] {
  const of = (how: string, replaced: string): Mutation => ({
    what: `${what} ${how}`,
    ofOrder: false,
    edit: { start, end, text: replaced, passes: ['mutation'], group: 1 },
  });
  const said = text.slice(start, end);
  return [of('left out', ''), of(`as ${other}`, other), of('said twice', `${said} ${said}`)];
}

function placeOf(asked: Asked, text: string): { start: number; end: number } {
  const sentence = sentenceOf(asked, text) ?? '';
  const word = findWord(sentence, asked.anchors[0] ?? '');
  if (word === null) throw new Error(`"${asked.anchors[0]}" is not in the prompt it was noted for`);
  const at = text.indexOf(sentence);
  return { start: at + word.start, end: at + word.end };
}

/** Another number, or another word. */
function changed(keep: string): string {
  const other = keep.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  if (other !== keep) return other;
  return /\p{L}/u.test(keep) ? keep.replace(/\p{L}/u, (c) => (c === 'x' ? 'y' : 'x')) : '🏁';
}

type Turned = Readonly<Record<Polarity, string>>;

/** What each kind of constraint becomes where a compressor gets it wrong. */
const turnedRound: Readonly<Record<string, Turned>> = {
  en: {
    must: 'may',
    'must-not': 'always',
    may: 'must',
    only: 'also',
    always: 'sometimes',
    condition: 'although',
    limit: 'about',
    order: 'while',
    do: 'dropped',
  },
  de: {
    must: 'darf',
    'must-not': 'gern',
    may: 'muss',
    only: 'auch',
    always: 'manchmal',
    condition: 'obwohl',
    limit: 'etwa',
    order: 'während',
    do: 'anders',
  },
  fr: {
    must: 'peut',
    'must-not': 'toujours',
    may: 'doit',
    only: 'aussi',
    always: 'parfois',
    condition: 'comme',
    limit: 'environ',
    order: 'pendant',
    do: 'autrement',
  },
  es: {
    must: 'puede',
    'must-not': 'también',
    may: 'debe',
    only: 'también',
    always: 'quizás',
    condition: 'como',
    limit: 'unas',
    order: 'durante',
    do: 'distinto',
  },
  ja: {
    must: '〜',
    'must-not': '〜',
    may: '〜',
    only: '〜',
    always: '〜',
    condition: '〜',
    limit: '〜',
    order: '〜',
    do: '〜',
  },
};
