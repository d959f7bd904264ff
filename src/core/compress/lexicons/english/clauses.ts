import { words, type ClauseWords } from '../lexicon.ts';
import { gerund, participle, singular, thirdPerson, verbOf } from './inflections.ts';
import { verbs } from './orders.ts';

const allVerbs = new Set(verbs);
const forms = new Set(words('am are have were'));

/** Verbs of what is so, and not of what somebody does: as a participle they say the same. */
const stative = new Set(
  words(
    'accompany begin belong concern consist contain correspond cover describe explain illustrate include indicate involve list match meet mention pertain relate represent resemble show specify start summarize surround use',
  ),
);

/** Verbs of what goes on or is done again and again: who helps is helping. */
const durative = new Set(
  words(
    'affect answer appear apply ask assist attend build care come communicate cost create deal enjoy exist explain fit focus follow guide handle happen help keep lead learn live look maintain manage need offer operate play prepare produce provide read review run search sell serve shop sound speak specialise specialize struggle study suffer support talk teach translate travel try visit wait want watch work write',
  ),
);

/** What one does without doing anything: "when seeing" is not how people say it. */
const notDone = new Set(words('be become expect have hold know need remain see stay think'));

const isDone = (verb: string): boolean => allVerbs.has(verb) && !notDone.has(verb);

/** Whose things are spoken of as theirs. */
const owners = words(
  'agent applicant author buyer caller candidate client company customer developer driver employee employer guest landlord learner member owner patient person player reader recipient sender speaker student teacher team tenant user visitor writer',
);

const things = words(
  'app application article bakery blog book bot business chapter class codebase conversation course database document email episode event file function game image issue letter meeting message method model movie organization page photo post product project prompt query question recipe report repository request restaurant review school script sentence service shop song story task text tool topic transcript video website',
);

/** `writes`, `writing`, `written` → `write`; `guest's` → `guest` */
function baseOf(word: string): string | null {
  if (word.endsWith("'s")) {
    const owner = word.slice(0, -2);
    // a meeting is something, and the form of a verb
    return owners.includes(owner) || things.includes(owner) ? (baseOf(owner) ?? owner) : null;
  }
  const isVerb = (verb: string): boolean =>
    verb !== word && (allVerbs.has(verb) || stative.has(verb) || durative.has(verb));
  return verbOf(word, [thirdPerson, gerund, participle], isVerb) ?? singular(word);
}

/** How English clauses may be shorter and say the same. */
export const clauses: ClauseWords = {
  complementizer: 'that',
  reporting: words(
    'assume assumes assuming believe check confident confirm confirming ensure ensures ensuring imagine indicate indicates indicating know knowing knows mention mentioning mentions notice pretend realize remember say saying says seems shows state stating suggest suggests sure think thinks understand verify verifying',
  ),
  telling: words('advise assure inform notify remind show tell telling tells warn'),
  told: words('customer customers guest her him me them user users us you'),
  subjects: words(
    `all any anyone each every everybody he i it its many most my nobody our people several she some somebody someone the
    their there these they this those we you your he's i'll i'm i've it'll it's she's there's they'll they're they've we'll
    we're we've you'll you're you've`,
  ),
  stating(verb) {
    const base = verbOf(verb, [(itself) => itself, thirdPerson], (one) => stative.has(one));
    return base === null ? null : gerund(base);
  },
  ongoing(verb) {
    const base = verbOf(verb, [(itself) => itself, thirdPerson], (one) => durative.has(one));
    return base === null ? null : gerund(base);
  },
  having: words('has have'),
  with: 'with',
  had: words(
    'a an another different few information its many multiple no questions several similar some the their two three four five various',
  ),
  joins: words('and but or then'),
  isVerb: (word) => allVerbs.has(word) || forms.has(word) || /[^s]s$/.test(word),
  person: 'you',
  personIs: "you're",
  be: ['are'],
  whenever: words('if once unless until when whenever while'),
  states: words(
    'aware certain confident done familiar finished in not ready satisfied sure unable uncertain under unfamiliar unsure',
  ),
  fronts: words('as at because during for in since to with'),
  times: words('after before while'),
  after: 'after',
  perfect: 'have',
  whileDone: 'when',
  lasting: words(
    'analyze answer cite communicate compare compose create describe design discuss draft edit evaluate explain format generate implement interact list make present process quote read recommend refer reply respond review rewrite speak suggest summarize talk translate use work write',
  ),
  doing: (verb) => (isDone(verb) ? gerund(verb) : null),
  did(word) {
    const verb = verbOf(word, [participle], isDone);
    return verb === null ? null : gerund(verb);
  },
  infinitive: 'to',
  and: 'and',
  owners,
  things,
  places: words('at behind beside from near on with'),
  deed: /(?:tion|sion|ment|ing|sis|al)$/,
  parts: words(
    'address author body code content contents date description format id identifier length link name number path price size status structure summary text theme title topic transcript type url version',
  ),
  whose: words('a an her his my our their this your'),
  article: 'the',
  of: 'of',
  notOwned: words(
    'all beginning behalf both bottom case end form front kind kinds majority manner mention most number one part rest role same shape side some sort start style top type types use way',
  ),
  each: 'each',
  ofAll: words('the these those'),
  singular,
  baseOf,
};
