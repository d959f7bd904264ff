import { orders } from './german/orders.ts';
import { each, keptClauses, words, type Lexicon } from './lexicon.ts';
import { family, fillers, goes, phrases, stays, type PhraseFamily, type Place } from './phrase.ts';

const numbers = words('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend');

/** German. Inflected forms stand beside each other, because one must not be taken for the loss of another. */
export const german: Lexicon = {
  id: 'de',
  common: words(
    'der die das und ist nicht ein eine einen mit auf für von den dem des zu sie du wenn oder auch als bitte werden wird sind dein deine ihre nur',
  ),
  constraints: {
    negation: {
      nicht: ['nicht'],
      kein: words('kein keine keinen keinem keiner keines'),
      nie: [
        'nie',
        'niemals',
        'unter keinen umständen',
        'unter gar keinen umständen',
        'auf keinen fall',
        'auf gar keinen fall',
        'zu keiner zeit',
      ],
      nichts: words('nichts niemand niemanden nirgends nirgendwo'),
      ohne: ['ohne'],
      weder: ['weder'],
      vermeiden: words('vermeide vermeiden vermeidet unterlasse unterlassen'),
      verboten: words('verboten untersagt verbiete verbietet unzulässig'),
      ausschließen: words(
        'ausgeschlossen ausschließen weglassen ignoriere ignorieren überspringe überspringen',
      ),
      ablehnen: ['ablehnen', 'lehne', 'verweigere', 'verweigern'],
    },
    modal: {
      müssen: words('muss musst müssen müsst musste müssten'),
      sollen: words('soll sollst sollen sollt sollte sollten solltest'),
      dürfen: words('darf darfst dürfen dürft dürfte dürften'),
      können: words('kann kannst können könnt könnte könnten'),
      werden: words('wird wirst werden werdet würde würden'),
      erforderlich: words('erforderlich notwendig nötig verpflichtend zwingend unbedingt wichtig'),
      erlaubt: words('erlaubt gestattet zulässig'),
      optional: ['optional', 'wahlweise'],
    },
    restrictor: {
      nur: words('nur ausschließlich lediglich bloß'),
      genau: words('genau exakt wörtlich präzise'),
      immer: ['immer', 'stets', 'jederzeit', 'zu jeder zeit', 'in jedem fall'],
      außer: ['außer', 'ausgenommen', 'es sei denn', 'mit ausnahme von', 'mit ausnahme der'],
      wenn: ['wenn', 'falls', 'sofern', 'im falle, dass', 'für den fall, dass', 'unter der bedingung, dass'],
      sobald: ['sobald', 'solange'],
      bis: ['bis'],
      vor: ['vor', 'bevor', 'im vorfeld von'],
      nach: ['nach', 'nachdem'],
      höchstens: ['höchstens', 'maximal', 'nicht mehr als', 'maximum'],
      mindestens: ['mindestens', 'minimal', 'nicht weniger als', 'minimum'],
      mehr: words('mehr größer länger höher über'),
      weniger: words('weniger kleiner kürzer niedriger unter'),
      zwischen: ['zwischen'],
      innerhalb: ['innerhalb'],
      jeder: words('jede jeder jedes jeden jedem'),
      alle: words('alle allen aller alles'),
      sonst: ['sonst', 'ansonsten', 'andernfalls'],
      stattdessen: ['stattdessen', 'statt', 'anstatt', 'anstelle'],
      aber: ['aber', 'jedoch', 'sondern'],
      obwohl: ['obwohl', 'trotz der tatsache, dass'],
      oder: ['oder', 'entweder'],
      ...each([...numbers, 'halb', 'doppelt', 'einzig']),
      sofort: ['sofort', 'umgehend', 'unverzüglich'],
      zuerst: ['zuerst', 'zuletzt', 'einmal', 'pro'],
      gleich: ['gleich', 'identisch', 'unverändert'],
      meist: ['meist', 'meistens', 'in der regel', 'normalerweise'],
      ob: ['ob'],
      während: ['während'],
    },
  },
  loose: [...words('oder mehr weniger alle'), ...numbers],
  neutral: [],
  phrases: () => [
    // what follows keeps its case: "eine Vielzahl von Booten" are "viele Boote"
    ...phrases('safe', 'anywhere', {
      'auf grund der tatsache, dass': 'weil',
      'aufgrund der tatsache, dass': 'weil',
      'aus dem grund, dass': 'weil',
      'für den fall, dass': 'wenn',
      'unter der bedingung, dass': 'wenn',
      'trotz der tatsache, dass': 'obwohl',
      'zu jeder zeit': 'jederzeit',
      'zum jetzigen zeitpunkt': 'jetzt',
      'zum gegenwärtigen zeitpunkt': 'jetzt',
      'mit hilfe von': 'mit',
      'auf regelmäßiger basis': 'regelmäßig',
      'auf täglicher basis': 'täglich',
      'auf gar keinen fall': 'nie',
      'auf keinen fall': 'nie',
      'unter gar keinen umständen': 'nie',
      'unter keinen umständen': 'nie',
      'im falle, dass': 'wenn',
      'aus diesem grund': 'deshalb',
      'auf diese weise': 'so',
      'in übereinstimmung mit': 'gemäß',
      'im rahmen von': 'in',
      'zum aktuellen zeitpunkt': 'jetzt',
      'in der regel': 'meist',
      'zu einem späteren zeitpunkt': 'später',
      'zum derzeitigen zeitpunkt': 'jetzt',
      'auf diese art und weise': 'so',
      'auf der grundlage von': 'anhand von',
      'zu diesem zweck': 'dafür',
      'im anschluss daran': 'danach',
    }),
    ...fillers('balanced', 'anywhere', ['bitte', 'natürlich', 'selbstverständlich', 'grundsätzlich gesehen']),
    ...fillers('aggressive', 'anywhere', ['sehr', 'wirklich', 'äußerst']),
  ],
  families: () => [
    ...mannerFamilies('auf', 'e', 'weise'),
    ...mannerFamilies('in', 'er', 'weise'),
    ...mannerFamilies('in einer', 'en', 'weise'),
    ...mannerFamilies('auf eine', 'e', 'weise'),
    ...mannerFamilies('auf eine', 'e', 'art und weise'),
  ],
  ...keptClauses,
  orders,
};

const manners = words(
  'ausführlich freundlich höflich klar kurz professionell sachlich sorgfältig verständlich',
);

/** `auf klare weise`, `auf klare und höfliche weise` → `klar und höflich` */
function mannerFamilies(before: string, ending: string, behind: string): PhraseFamily[] {
  const said: Place = manners.map((manner) => [`${manner}${ending}`, manner]);
  return [
    family('safe', 'anywhere', goes(before), said, goes(behind)),
    family('safe', 'anywhere', goes(before), said, stays('und'), said, goes(behind)),
  ];
}
