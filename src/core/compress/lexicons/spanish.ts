import { orders } from './spanish/orders.ts';
import { each, keptClauses, words, type Lexicon } from './lexicon.ts';
import { family, fillers, goes, phrases, stays, type Place } from './phrase.ts';

const numbers = words('dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil');

const charges = ['tu', 'su'].flatMap((whose) =>
  words('tarea función objetivo trabajo misión').map((duty) => `${whose} ${duty} es`),
);

const necessityTexts = ['', 'muy ', 'también '].flatMap((how) =>
  words('importante esencial crucial imprescindible fundamental necesario').map((one) => `es ${how}${one}`),
);

const infinitives = { has: (word: string): boolean => /..[aeií]r(?:l[aeo]s?|se)?$/.test(word) };

/** Spanish. Articles stay: they carry gender and number. */
export const spanish: Lexicon = {
  id: 'es',
  common: words(
    'el la los las una es y de del no que en para con por se su sus al como este esta son un si tu usted o lo más',
  ),
  constraints: {
    negation: {
      no: ['no'],
      nunca: ['nunca', 'jamás', 'en ningún caso', 'bajo ninguna circunstancia'],
      ninguno: words('ningún ninguno ninguna nada nadie'),
      sin: ['sin'],
      ni: ['ni', 'tampoco'],
      evitar: words('evita evite evitar eviten abstente absténgase'),
      prohibido: words('prohibido prohibida prohíbe prohibidos'),
      excluir: words('excluir excluye excluya omitir omite omita ignorar ignora ignore'),
      rechazar: words('rechazar rechaza rechace'),
    },
    modal: {
      deber: words('debe debes deben deberá deberás debería deberías deberían'),
      'tener que': ['tiene que', 'tienes que', 'tienen que', 'hay que'],
      poder: words('puede puedes pueden podrá podrás podría podrían'),
      obligatorio: words(
        'obligatorio obligatoria requerido requerida necesario necesaria importante esencial',
      ),
      opcional: ['opcional', 'opcionalmente'],
      permitido: words('permitido permitida autorizado autorizada'),
    },
    restrictor: {
      solo: words('solo sólo solamente únicamente exclusivamente'),
      exactamente: ['exactamente', 'precisamente', 'estrictamente'],
      siempre: ['siempre', 'en todo momento', 'en todos los casos'],
      excepto: ['excepto', 'salvo', 'a excepción de', 'con excepción de'],
      si: ['si', 'en caso de que', 'en el caso de que', 'siempre que', 'a condición de que'],
      'a menos que': ['a menos que'],
      hasta: ['hasta'],
      antes: ['antes', 'antes de', 'con anterioridad a', 'previamente a'],
      después: ['después', 'después de', 'con posterioridad a'],
      máximo: ['máximo', 'como máximo', 'no más de', 'a lo sumo'],
      mínimo: ['mínimo', 'como mínimo', 'al menos', 'no menos de', 'por lo menos'],
      más: ['más', 'mayor', 'superior'],
      menos: ['menos', 'menor', 'inferior'],
      entre: ['entre'],
      cada: ['cada'],
      todo: words('todo toda todos todas'),
      contrario: ['de lo contrario', 'en caso contrario'],
      lugar: ['en lugar de', 'en vez de'],
      pero: ['pero', 'sino', 'sin embargo'],
      cuando: ['cuando', 'mientras', 'en el momento en que'],
      o: ['o', 'u'],
      ...each([...numbers, 'mitad', 'doble', 'único', 'única']),
      inmediatamente: ['inmediatamente', 'enseguida', 'de inmediato'],
      mismo: words('mismo misma mismos mismas idéntico'),
      primero: words('primero primera último última vez'),
    },
  },
  loose: [...words('o más menos todo'), ...numbers],
  neutral: [],
  phrases: () => [
    ...phrases('safe', 'anywhere', {
      'debido al hecho de que': 'porque',
      'con el fin de': 'para',
      'con el objetivo de': 'para',
      'con el propósito de': 'para',
      // "si" would need another mood
      'en el caso de que': 'en caso de que',
      'en el momento en que': 'cuando',
      'con anterioridad a': 'antes de',
      'con posterioridad a': 'después de',
      'en todo momento': 'siempre',
      'con respecto a': 'sobre',
      'en ningún caso': 'nunca',
      'bajo ninguna circunstancia': 'nunca',
      'previamente a': 'antes de',
      'en relación con': 'sobre',
      'con relación a': 'sobre',
      'en lo que respecta a': 'sobre',
      'en lo que se refiere a': 'sobre',
      'acerca de': 'sobre',
      'por medio de': 'con',
      'con la ayuda de': 'con',
      'por esta razón': 'por eso',
      'por este motivo': 'por eso',
      'en este momento': 'ahora',
      'en la actualidad': 'ahora',
      'llevar a cabo': 'realizar',
      'con la finalidad de': 'para',
      'a fin de': 'para',
    }),
    ...fillers('balanced', 'anywhere', ['por favor', 'por supuesto', 'desde luego']),
    ...fillers('balanced', 'start', [
      'ten en cuenta que',
      'tenga en cuenta que',
      'cabe señalar que',
      'hay que tener en cuenta que',
      'es importante tener en cuenta que',
      'es importante señalar que',
      'recuerda que',
      'recuerde que',
      'no olvides que',
      'no olvide que',
    ]),
    // an infinitive orders as well: `tu tarea es responder` → `responder`
    ...fillers('balanced', 'start', [...charges, 'asegúrate de', 'asegúrese de', ...necessityTexts]).map(
      (phrase) => ({ ...phrase, onlyBefore: infinitives }),
    ),
    ...fillers('aggressive', 'anywhere', ['muy', 'realmente', 'sumamente']),
  ],
  families: () => [
    // `de manera clara y amable` → `clara y amablemente`
    family('safe', 'anywhere', ways, adverbs),
    family('safe', 'anywhere', ways, stays(...manners), stays('y'), adverbs),
  ],
  ...keptClauses,
  leads: necessityTexts,
  orders,
};

const manners = words('amable breve clara concisa detallada educada natural profesional respetuosa sencilla');

/** Of two adverbs Spanish ends the last one only. */
const adverbs: Place = manners.map((manner) => [manner, `${manner}mente`]);

const ways = goes('de manera', 'de forma', 'de una manera', 'de una forma');
