import { words, type ClauseWords } from '../lexicon.ts';
import { gerund, participle, thirdPerson } from './inflections.ts';
import { verbs } from './orders.ts';

/** Verbs of what is so, and not of what somebody does: as a participle they say the same. */
const stative = words(
  'accompany begin belong concern consist contain correspond cover describe explain illustrate include indicate involve list match meet mention pertain relate represent resemble show specify start summarize surround use',
);

/** What one does without doing anything: "when seeing" is not how people say it. */
const notDone = new Set(words('be become expect have hold know need remain see stay think'));

const done = verbs.filter((verb) => !notDone.has(verb));

/** Whose things are spoken of as theirs. */
const owners = words(
  'agent applicant author buyer caller candidate client company customer developer employee guest learner member owner patient person player reader recipient sender speaker student team tenant user visitor writer',
);

/** `writes`, `writing`, `written` → `write`; `guest's` → `guest` */
function bases(): ReadonlyMap<string, string> {
  const all = [...verbs, ...stative];
  const forms = all.flatMap((verb) =>
    [thirdPerson(verb), gerund(verb), participle(verb)].map((form) => [form, verb] as const),
  );
  const possessives = owners.map((owner) => [`${owner}'s`, owner] as const);
  return new Map([...forms, ...possessives].filter(([form, base]) => form !== base));
}

/** How English clauses may be shorter and say the same. */
export const clauses: ClauseWords = {
  complementizer: 'that',
  reporting: words(
    'assume assumes assuming believe check confident confirm confirming ensure ensures ensuring imagine indicate indicates indicating know knowing knows mention mentioning mentions notice pretend realize remember say saying says shows state stating suggest suggests sure think thinks understand verify verifying',
  ),
  telling: words('advise assure inform notify remind show tell telling tells warn'),
  told: words('customer customers guest her him me them user users us you'),
  subjects: words(
    'all any each every he i it its my our she the their there these they this those we you your',
  ),
  stating: new Map(stative.flatMap((verb) => [verb, thirdPerson(verb)].map((form) => [form, gerund(verb)]))),
  having: words('has have'),
  with: 'with',
  had: words(
    'a an another different few information its many multiple no questions several similar some the their two three four five various',
  ),
  joins: words('and but or then'),
  verbs: new Set([...verbs, ...verbs.map(thirdPerson), ...words('am are does has have is was were')]),
  person: 'you',
  be: ['are'],
  whenever: words('if once unless until when whenever while'),
  states: words(
    'aware certain confident done familiar finished in not ready satisfied sure unable uncertain under unfamiliar unsure',
  ),
  times: words('after before while'),
  after: 'after',
  perfect: 'have',
  whileDone: 'when',
  lasting: words(
    'analyze answer cite communicate compare compose create describe design discuss draft edit evaluate explain format generate implement interact list make present process quote read recommend refer reply respond review rewrite speak suggest summarize talk translate use work write',
  ),
  doing: new Map(done.map((verb) => [verb, gerund(verb)])),
  did: new Map(done.map((verb) => [participle(verb), gerund(verb)])),
  owners,
  article: 'the',
  of: 'of',
  notOwned: words(
    'all behalf both case end front kind kinds majority most number one part rest same side some sort top type types use way',
  ),
  bases: bases(),
};
