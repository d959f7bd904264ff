import { orders } from './french/orders.ts';
import { each, keptClauses, words, type Lexicon } from './lexicon.ts';
import { family, fillers, goes, phrases, stays, type Place } from './phrase.ts';

const numbers = words('deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille');

const charges = ['ta', 'votre']
  .flatMap((whose) => words('tâche mission fonction').map((duty) => `${whose} ${duty} est de`))
  .concat(
    ['ton', 'votre'].flatMap((whose) =>
      words('rôle objectif travail but').map((duty) => `${whose} ${duty} est de`),
    ),
  );

const necessityTexts = ['', 'très ', 'également ', 'aussi '].flatMap((how) =>
  words('important essentiel crucial impératif primordial nécessaire').map((one) => `il est ${how}${one} de`),
);

const noVerbs = words('autre contre entre hier leur livre notre ordre quatre titre votre');
const infinitives = {
  has: (word: string): boolean =>
    word === 'ne' || (/[^aeiou](?:er|ir|re)$|oir$/.test(word) && !noVerbs.includes(word)),
};

/** French. Articles stay: they carry gender and number. */
export const french: Lexicon = {
  id: 'fr',
  common: words(
    'le la les des une est et de du pas vous que qui dans pour avec sur ce cette sont votre vos au aux par il elle ne ou tu si',
  ),
  constraints: {
    negation: {
      ne: ['ne', "n'"],
      pas: ['pas', 'point'],
      jamais: ['jamais', 'en aucun cas', 'sous aucun prétexte'],
      aucun: words('aucun aucune rien personne nul nulle'),
      sans: ['sans'],
      ni: ['ni'],
      éviter: words('évite évitez éviter abstenez abstiens'),
      interdit: words('interdit interdite interdits interdites défendu'),
      exclure: words('exclure exclus exclut excluez omettre omettez ignorer ignorez ignore'),
      refuser: words('refuser refusez refuse'),
    },
    modal: {
      devoir: words('dois doit devez doivent devrait devraient devrez devra'),
      falloir: ['faut', 'faudra', 'faudrait'],
      pouvoir: words('peux peut pouvez peuvent pourrait pourraient pourrez'),
      obligatoire: words(
        'obligatoire obligatoires requis requise nécessaire nécessaires important essentiel impératif',
      ),
      facultatif: ['facultatif', 'facultative', 'optionnel', 'optionnelle'],
      permis: words('permis permise autorisé autorisée'),
    },
    restrictor: {
      seulement: words('seulement uniquement exclusivement seul seule seuls'),
      exactement: ['exactement', 'précisément', 'strictement'],
      toujours: ['toujours', 'à tout moment', 'en tout temps', 'dans tous les cas'],
      sauf: ['sauf', 'excepté', "à l'exception de", 'hormis'],
      si: ['si', "s'", 'dans le cas où', 'au cas où', "dans l'hypothèse où", 'à condition que'],
      'à moins': ['à moins que', 'à moins de'],
      "jusqu'à": ["jusqu'à", "jusqu'au"],
      avant: ['avant', 'préalablement à'],
      après: ['après', 'à la suite de'],
      maximum: ['maximum', 'au plus', 'pas plus de'],
      minimum: ['minimum', 'au moins', 'pas moins de'],
      plus: ['plus', 'davantage', 'supérieur'],
      moins: ['moins', 'inférieur'],
      entre: ['entre'],
      chaque: ['chaque', 'chacun', 'chacune'],
      tout: words('tout toute tous toutes'),
      sinon: ['sinon', 'autrement'],
      plutôt: ['plutôt', 'au lieu de'],
      mais: ['mais', 'cependant', 'toutefois'],
      quand: ['quand', 'lorsque', "lorsqu'", 'dès que', 'au moment où'],
      ou: ['ou', 'soit'],
      ...each([...numbers, 'moitié', 'double', 'unique']),
      immédiatement: ['immédiatement', 'aussitôt'],
      même: ['même', 'mêmes', 'identique'],
      premier: words('premier première dernier dernière fois'),
    },
  },
  loose: [...words('ou plus moins tout'), ...numbers],
  neutral: [],
  phrases: () => [
    ...phrases('safe', 'anywhere', {
      'en raison du fait que': 'parce que',
      // "si" would need another mood
      'dans le cas où': 'au cas où',
      'au moment où': 'quand',
      "dans l'hypothèse où": 'au cas où',
      'à tout moment': 'toujours',
      'dans le but de': 'pour',
      'afin de': 'pour',
      'un grand nombre de': 'beaucoup de',
      'à propos de': 'sur',
      'au moyen de': 'avec',
      'en aucun cas': 'jamais',
      'sous aucun prétexte': 'jamais',
      'au sujet de': 'sur',
      'en ce qui concerne': 'pour',
      "à l'aide de": 'avec',
      'dans le cadre de': 'dans',
      'en fonction de': 'selon',
      'pour cette raison': 'donc',
      "à l'heure actuelle": 'maintenant',
      'en ce moment': 'maintenant',
      'en tout temps': 'toujours',
      'préalablement à': 'avant',
    }),
    ...fillers('balanced', 'anywhere', ["s'il vous plaît", "s'il te plaît", 'bien entendu', 'bien sûr']),
    ...phrases('balanced', 'start', {
      'veuillez noter que': '',
      'notez que': '',
      'il convient de noter que': '',
      'il est important de noter que': '',
      'il faut noter que': '',
      'il est à noter que': '',
      "veuillez garder à l'esprit que": '',
      "gardez à l'esprit que": '',
      "n'oubliez pas que": '',
      'sachez que': '',
    }),
    // an infinitive orders as well: `votre tâche est de répondre` → `répondre`
    ...fillers('balanced', 'start', [
      ...charges,
      "n'oubliez pas de",
      "n'oublie pas de",
      'assurez-vous de',
      'assure-toi de',
      ...necessityTexts,
    ]).map((phrase) => ({ ...phrase, onlyBefore: infinitives })),
    ...fillers('aggressive', 'anywhere', ['très', 'vraiment', 'extrêmement']),
  ],
  families: () => [
    // `de manière claire et polie` → `clairement et poliment`
    family('safe', 'anywhere', ways, [...manners, ['détaillée', 'en détail']]),
    family('safe', 'anywhere', ways, manners, stays('et'), manners),
  ],
  ...keptClauses,
  leads: necessityTexts,
  orders,
};

const manners: Place = Object.entries({
  amicale: 'amicalement',
  brève: 'brièvement',
  claire: 'clairement',
  efficace: 'efficacement',
  naturelle: 'naturellement',
  polie: 'poliment',
  professionnelle: 'professionnellement',
  simple: 'simplement',
});

const ways = goes('de manière', 'de façon', "d'une manière", "d'une façon");
