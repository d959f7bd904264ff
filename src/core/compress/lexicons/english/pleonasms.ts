import { words } from '../lexicon.ts';
import { gerund, singular } from './inflections.ts';
import { upToTen } from './numbers.ts';
import { verbs } from './orders.ts';
import { becomes, family, fillers, goes, phrases, stays, type Phrase, type PhraseFamily } from '../phrase.ts';

/** Words that say again what the word beside them says, and longer forms of short verbs. */
export function pleonasms(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', {
      'added bonus': 'bonus',
      'advance notice': 'notice',
      'advance planning': 'planning',
      'ask a question about': 'ask about',
      'ask questions about': 'ask about',
      'at any given time': 'at any time',
      'at the very least': 'at least',
      'at the very most': 'at most',
      'basic fundamentals': 'fundamentals',
      'because of this': 'so',
      'brief in length': 'brief',
      'by way of': 'by',
      'close proximity': 'proximity',
      'completely unique': 'unique',
      'consensus of opinion': 'consensus',
      'direct quotation': 'quotation',
      'each individual': 'each',
      'few in number': 'few',
      'for the most part': 'mostly',
      'from time to time': 'sometimes',
      'full and complete': 'complete',
      'hours and hours': 'hours',
      'in a situation in which': 'when',
      'in a situation where': 'when',
      'in lieu of': 'instead of',
      'in situations when': 'when',
      'in spite of': 'despite',
      'it is the case that': '',
      'joint collaboration': 'collaboration',
      'large in size': 'large',
      'long in length': 'long',
      'more often than not': 'usually',
      'now and then': 'sometimes',
      'every now and then': 'sometimes',
      'period of time': 'period',
      'point in time': 'point',
      'polite and courteous': 'polite',
      'reason why': 'reason',
      'simple and easy to understand': 'easy to understand',
      'clear and easy to understand': 'easy to understand',
      'small in size': 'small',
      'sum total': 'total',
      'time period': 'period',
      'with the aim of': 'for',
      'with the goal of': 'for',
      'with the intention of': 'for',
      'with the purpose of': 'for',
      'past experience': 'experience',
      'final conclusion': 'conclusion',
      'true facts': 'facts',
      'personal opinion': 'opinion',
      'personal opinions': 'opinions',
      'every single': 'every',
      'every one of the': 'each of the',
      'every single one of the': 'each of the',
      'exact same': 'same',
      'still remain': 'remain',
      'still remains': 'remains',
      'various different': 'various',
      'whole entire': 'entire',
      'in actual fact': 'in fact',
      'the vast majority of': 'most',
      'the overwhelming majority of': 'most',
      'a great deal of': 'much',
      'a large amount of': 'much',
      'a small number of': 'a few',
      'at an earlier date': 'earlier',
      'at a later date': 'later',
      'on behalf of': 'for',
      'for the benefit of': 'for',
      'by virtue of': 'by',
      'in the absence of': 'without',
      'has a tendency to': 'tends to',
      'have a tendency to': 'tend to',
      'have the option to': 'can',
      'has the option to': 'can',
      'is in a position to': 'can',
      'are in a position to': 'can',
      'is dependent on': 'depends on',
      'are dependent on': 'depend on',
      'is an indication of': 'indicates',
      'has an impact on': 'affects',
      'have an impact on': 'affect',
      'has an effect on': 'affects',
      'have an effect on': 'affect',
      'make an effort to': 'try to',
      'make a note of': 'note',
      'make the assumption that': 'assume',
      'have an understanding of': 'understand',
      'give a response to': 'answer',
      'provide a response to': 'answer',
      'give a reply to': 'answer',
      'give an answer to': 'answer',
      'have a conversation with': 'talk to',
      'a maximum of': 'at most',
      'a minimum of': 'at least',
      'with a length of': 'of',
      'in cases where': 'when',
      'in cases in which': 'when',
      'in situations where': 'when',
      'in situations in which': 'when',
      'in a way that is clear and easy to understand': 'clearly',
      'in a way that is simple and easy to understand': 'clearly',
    }),
    ...fillers('safe', 'end', ['whatsoever']),
    ...phrases('safe', 'end', { 'in other words': 'that is' }),
    ...fillers('balanced', 'start', [
      'as a matter of fact,',
      'in fact,',
      'it goes without saying that',
      'the fact of the matter is that',
      'hello!',
      'hi!',
      'hi there!',
      'hello there!',
      'good luck!',
      'good luck.',
    ]),
    // "as well as" is another word
    ...phrases('safe', 'anywhere', { 'as well': 'too' }).map((phrase) => ({ ...phrase, notBefore: ['as'] })),
  ];
}

/** Those of which there are many that differ in a word. */
export function pleonasmFamilies(): readonly PhraseFamily[] {
  const safe = (...places: PhraseFamily['places']): PhraseFamily => family('safe', 'anywhere', ...places);
  return [
    // `Thank you very much in advance for your help!`
    family(
      'balanced',
      'start',
      goes('thank you', 'thanks', 'many thanks'),
      goes('', 'very much', 'so much', 'a lot'),
      goes('', 'in advance'),
      goes(
        '',
        ...words('help assistance cooperation support time').flatMap((what) => [
          `for your ${what}`,
          `for your ${what} with this`,
        ]),
      ),
      goes('.', '!'),
    ),
    // `combine together` → `combine`
    safe(stays(...words('combine connect gather group join merge')), goes('together')),
    safe(stays(...words('return revert reply respond refer')), goes('back')),
    safe(stays(...words('repeat restate')), goes('again')),
    safe(stays(...words('divide split')), goes('up')),
    // `you will have to` → `you must`
    safe(stays(...words('you they it we')), becomes('must', 'will have to')),
    // `the following rules`, `the following three rules` → `these rules`, `these three rules`
    safe(becomes('these', 'the following'), stays(...many)),
    safe(becomes('these', 'the following'), stays(...upToTen.slice(1)), stays(...many)),
    // `all the rules` → `all rules`
    {
      ...family('balanced', 'anywhere', stays('all'), goes('of the', 'the')),
      onlyBefore: {
        has: (word) => (singular(word) !== null || word === 'people') && !others.has(word),
      },
    },
    // `at the very end` → `at the end`
    safe(becomes('at the', 'at the very'), stays(...words('top end beginning start bottom'))),
    // of "the following input fields" there are several
    family('safe', 'end', becomes('this', 'the following'), stays(...one)),
    safe(stays(...words('one any each all none either')), becomes('of these', 'of the following')),
    // `the process of writing` → `writing`
    {
      ...safe(goes('the act of', 'the process of', 'the task of', 'in the process of')),
      onlyBefore: new Set(verbs.map(gerund)),
    },
  ];
}

const others = new Set(
  words(
    'ones others this its his years days times hours months weeks minutes dozens hundreds thousands millions billions',
  ),
);

const many = words(
  `rules steps instructions guidelines points things questions fields categories characters topics criteria requirements
  items sections examples conditions cases words keys values languages tools options formats columns files pieces parts
  ways actions activities areas aspects attributes capabilities characteristics classes commands components considerations
  constraints definitions details dimensions documents elements entities facts factors features findings functions goals
  headings ideas issues keywords labels levels lines messages methods names notes objectives paragraphs parameters phrases
  placeholders policies principles problems procedures properties qualities restrictions roles scenarios sentences settings
  situations sources stages standards statements strategies styles subjects symbols tags tasks techniques terms texts themes
  tips types variables`,
);
const one = words(
  `format information structure text schema list order way article code command content context conversation definition
  description document email example input json list message output passage pattern prompt question sentence snippet
  sequence statement syntax table task template transcript`,
);
