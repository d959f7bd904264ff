import { words, type Lexicon } from './lexicon.ts';
import { articles } from './english/articles.ts';
import { clauses } from './english/clauses.ts';
import { constraints } from './english/constraints.ts';
import { chargeFamilies } from './english/charges.ts';
import { contractions, leaning } from './english/contractions.ts';
import { expressionFamilies, expressions } from './english/expressions.ts';
import { englishFamilies, familyPhrases } from './english/families.ts';
import { labelEnds, labels } from './english/labels.ts';
import { manners } from './english/manners.ts';
import { necessities, necessityTexts } from './english/necessity.ts';
import { numbers } from './english/numbers.ts';
import { openingFamilies, openings } from './english/openings.ts';
import { orders } from './english/orders.ts';
import { pleonasmFamilies, pleonasms } from './english/pleonasms.ts';
import { relatives } from './english/relatives.ts';
import { subjects } from './english/subjects.ts';
import { usageFamilies, usages } from './english/usages.ts';
import { roles } from './english/roles.ts';
import { charges, verbFamilies } from './english/verbs.ts';
import { wordyPhrases } from './english/phrases.ts';

export const english: Lexicon = {
  id: 'en',
  common: words(
    'the and of to you your is are in that this with for it be not or on from by if their any should will please a an do as what each at when which who has have one before after only',
  ),
  constraints,
  loose: [...words('or more less any all can will would when but half double'), ...numbers],
  neutral: ['would like', 'when it comes to'],
  leads: necessityTexts(),
  phrases: () => [
    ...wordyPhrases(),
    ...pleonasms(),
    ...familyPhrases(),
    ...openings(),
    ...expressions(),
    ...usages(),
  ],
  families: () => [
    ...englishFamilies(),
    ...chargeFamilies(),
    ...openingFamilies(),
    ...pleonasmFamilies(),
    ...expressionFamilies(),
    ...verbFamilies(),
    ...necessities(),
    ...usageFamilies(),
  ],
  contractions: contractions(),
  leaning,
  subjects,
  articles,
  relatives,
  clauses,
  manners: {
    preposition: 'in',
    articles: ['a', 'an'],
    adverbs: manners,
    degrees: words('extremely highly really very'),
    joins: [',', 'and'],
    ways: ['manner', 'way', 'fashion'],
    before: words('and at because but if or so unless until when whenever while without'),
  },
  roles,
  appositions: /, which (?:is|are) /g,
  charges,
  labels,
  labelEnds,
  openLists: {
    opens: ['such as ', 'for example', 'for instance', 'e.g.', 'including ', 'include '],
    closes: /,? (?:and )?(?:etc(?:\.(?=[,;:)]))?|so on|so forth)(?=[.,;:!?)]|$)/g,
    signs: ['etc', 'so on', 'so forth'],
    words: words('and etc so on forth'),
  },
  orders,
};
