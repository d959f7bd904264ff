import { fillers, phrases, type Phrase } from '../lexicon.ts';

/** Words that say again what the word beside them says, and longer forms of short verbs. */
export function pleonasms(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', {
      ...without('together', 'combine connect gather group join merge'),
      ...without('back', 'return revert reply respond refer'),
      ...without('again', 'repeat restate'),
      ...without('up', 'divide split'),
      'past experience': 'experience',
      'final conclusion': 'conclusion',
      'true facts': 'facts',
      'personal opinion': 'opinion',
      'personal opinions': 'opinions',
      'every single': 'every',
      'every one of the': 'each of the',
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
      'a small number of': 'few',
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
      'in other words': 'that is',
      'a maximum of': 'at most',
      'a minimum of': 'at least',
      'with a length of': 'of',
      'has to be': 'must be',
      ...Object.fromEntries(['you', 'they', 'it', 'we'].map((who) => [`${who} will have to`, `${who} must`])),
      'in cases where': 'when',
      'in cases in which': 'when',
      'in situations where': 'when',
      'in situations in which': 'when',
      'in a way that is clear and easy to understand': 'clearly',
      'in a way that is simple and easy to understand': 'clearly',
    }),
    ...fillers('safe', 'end', ['whatsoever']),
    ...fillers('balanced', 'start', [
      'as a matter of fact,',
      'in fact,',
      'it goes without saying that',
      'the fact of the matter is that',
      'hello!',
      'hi!',
      'hi there!',
      'hello there!',
      'thank you!',
      'thank you.',
      'thanks!',
      'thanks.',
      'thank you in advance.',
      'thanks in advance.',
    ]),
    // "as well as" is another word
    ...phrases('safe', 'anywhere', { 'as well': 'too' }).map((phrase) => ({ ...phrase, notBefore: 'as' })),
    ...phrases('safe', 'anywhere', cataphora()),
  ];
}

/** `combine together` → `combine` */
function without(particle: string, verbs: string): Record<string, string> {
  return Object.fromEntries(verbs.split(' ').map((verb) => [`${verb} ${particle}`, verb]));
}

/** `the following rules` → `these rules` */
function cataphora(): Record<string, string> {
  const many =
    'rules steps instructions guidelines points things questions fields categories characters topics criteria requirements items sections examples conditions cases words keys values languages tools options formats columns files pieces parts ways'.split(
      ' ',
    );
  const one = 'format information structure text schema list order way'.split(' ');
  return {
    ...Object.fromEntries(many.map((noun) => [`the following ${noun}`, `these ${noun}`])),
    ...Object.fromEntries(one.map((noun) => [`the following ${noun}`, `this ${noun}`])),
    ...Object.fromEntries(
      ['one', 'any', 'each', 'all', 'none', 'either'].map((some) => [
        `${some} of the following`,
        `${some} of these`,
      ]),
    ),
  };
}
