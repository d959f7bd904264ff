import { words } from '../lexicon.ts';
import { singular } from './inflections.ts';
import { shapeVerbs } from './orders.ts';
import { becomes, family, fillers, goes, phrases, stays, type Phrase, type PhraseFamily } from '../phrase.ts';

/** What people say out of habit around words that would do alone. */
export function usages(): readonly Phrase[] {
  return [
    ...phrases('safe', 'anywhere', {
      ...inside,
      ...unable,
      'asks you a question about': 'asks about',
      'asks a question about': 'asks about',
      'asks questions about': 'asks about',
      'asks you questions about': 'asks about',
      'any piece of information': 'any information',
      'any pieces of information': 'any information',
      'these pieces of information': 'this information',
      'all pieces of information': 'all information',
      'all of these pieces of information': 'all this information',
    }).map((phrase) => (phrase.to === 'in' ? { ...phrase, notBehind: stated } : phrase)),
    ...phrases('safe', 'anywhere', {
      'is as follows': 'is',
      'are as follows': 'are',
      'is the following': 'is',
      'are the following': 'are',
    }).map((phrase) => ({ ...phrase, beforeColon: true as const })),
    ...phrases('safe', 'anywhere', {
      'no more than': 'at most',
      'no longer than': 'at most',
      'no fewer than': 'at least',
      'no less than': 'at least',
    }).map((phrase) => ({ ...phrase, beforeNumber: true as const, notBehind: ['at'] })),
    ...phrases('safe', 'anywhere', { 'e-mail': 'email', 'e-mails': 'emails' }),
    // `so that the guest can` → `so the guest can`
    ...phrases('balanced', 'anywhere', { 'so that': 'so' }).map((phrase) => ({
      ...phrase,
      onlyBefore: new Set(subjects),
    })),
    // `if the boat is late, then wait` → `if the boat is late, wait`
    ...fillers('balanced', 'main', ['then']),
    ...fillers('balanced', 'end', [
      'to the best of your ability',
      'to the best of your abilities',
      'as best you can',
      'as best as you can',
    ]),
  ];
}

/** Those of which there are many that differ in a word. */
export function usageFamilies(): readonly PhraseFamily[] {
  return [
    // `asks you about` → `asks about`
    family('safe', 'anywhere', stays(...words('ask asks asked asking')), goes('you'), stays(...asked)),
    // `the text provided to you` → `the text provided`
    family('safe', 'anywhere', stays(...words('provided given shown supplied')), goes('to you')),
    // `if it is necessary` → `if necessary`
    family(
      'safe',
      'end',
      stays(...words('if when where whenever wherever')),
      goes('it is', "it's"),
      stays(
        ...words(
          'applicable appropriate available helpful necessary needed possible relevant required useful',
        ),
      ),
    ),
    // `has to start with` → `must start with`; "does not have to" is another constraint
    {
      ...family('safe', 'anywhere', becomes('must', 'has to', 'have to'), stays(...shapeVerbs)),
      notBehind: words(
        "always can could did didn't do does doesn't don't just may might necessarily no not never only ought should to will would",
      ),
    },
    // `you will need to` → `you need to`
    family('balanced', 'anywhere', stays(...words('i they we you')), becomes('need to', 'will need to')),
    // `the text provided by the user` → `the user's text`
    {
      ...family(
        'balanced',
        'anywhere',
        becomes("the user's", 'the'),
        stays(...handed),
        goes(...words('provided given sent supplied submitted entered').map((way) => `${way} by the user`)),
      ),
      notBefore: ['interface', 'interface.'],
    },
    // `must be written in English` → `must be in English`; "written in such a way that" tells how
    {
      ...family('balanced', 'anywhere', stays('be'), becomes('in', 'written in')),
      notBefore: ['way', 'manner', 'such', 'by'],
    },
    // `a lot of boats` → `many boats`
    {
      ...family('balanced', 'anywhere', becomes('many', 'a lot of', 'lots of')),
      onlyBefore: {
        has: (word) => singular(word) !== null || ['people', 'children', 'different'].includes(word),
      },
    },
    family(
      'balanced',
      'anywhere',
      becomes('many of', 'a lot of', 'lots of'),
      stays(...words('our their your these those them')),
    ),
    // `which can be found in the letter` → `in the letter`: fillers, since "can" asks for nothing there
    {
      ...family(
        'balanced',
        'anywhere',
        goes('which', 'that'),
        goes('can be found', 'can be seen', 'you can find', 'you can see', 'you will find', "you'll find"),
      ),
      onlyBefore: new Set(words('above at below in on under')),
    },
    // `the same piece of information` → `the same information`
    family(
      'balanced',
      'anywhere',
      stays(...words('any same that the this')),
      goes('piece of'),
      stays('information', 'data', 'text', 'code', 'advice'),
    ),
    {
      ...family('balanced', 'anywhere', stays('the'), goes('pieces of'), stays('information')),
      notBefore: ['are', 'were'],
    },
    // `should under no circumstances` → `should never`
    family(
      'balanced',
      'anywhere',
      stays(...words('may must should will')),
      becomes('never', 'under no circumstances'),
    ),
    // `a section in which` → `a section where`
    family(
      'balanced',
      'anywhere',
      stays(
        ...words(
          'case cases conversation document email game letter list message paragraph scene section sentence situation situations story table text world',
        ),
      ),
      becomes('where', 'in which'),
    ),
    // `a couple of hints` → `a few hints`
    family('balanced', 'anywhere', becomes('a few', 'a couple of')),
    // `take the time to read` → `read`
    family(
      'balanced',
      'anywhere',
      goes('take the time to', 'take some time to', 'take a moment to', 'take time to'),
      stays(
        ...words(
          'analyze carefully check consider examine explain read reflect review study think thoroughly understand',
        ),
      ),
    ),
    // `with years of experience in` → `experienced in`
    family(
      'balanced',
      'anywhere',
      becomes('experienced in', 'with'),
      goes('', ...words('broad considerable deep extensive many much several vast wide')),
      goes('', 'years of'),
      goes('experience in'),
    ),
  ];
}

/** What is contained in a text is in it, where no verb is left without its participle. */
const inside = Object.fromEntries(
  ['contained in', 'found in', 'located in', 'present in'].map((way) => [way, 'in']),
);
const stated = words(
  `actually already also always am are as at be been being clearly commonly currently directly explicitly frequently get gets
  had has have he i if is it not never often only she that them they typically usually was we were when which who you`,
).concat("isn't", "aren't", "wasn't", "weren't", "it's", "they're");

const unable = Object.fromEntries(
  ['am', 'are', 'is']
    .flatMap((be) => [`${be} not able to`, `${be} unable to`])
    .concat("aren't able to", "isn't able to", "you're not able to", "you're unable to")
    .map((way) => [way, way.startsWith('you') ? 'you cannot' : 'cannot']),
);

const asked = words('about anything for how if something what when where whether which who why');
const subjects = words(
  'a all any each every everyone he i it its my our she the their there these they this those we you your',
);
const handed = words(
  `answer answers code content context data description details document documents email file files idea image information
  input instructions keyword keywords list message messages name parameters problem prompt query question questions request
  requirements response sentence statement text title topic transcript url word words`,
);
