import { words, type OrderWords } from '../lexicon.ts';

/** The verbs of orders: what people have programs and each other do. Also the base of other forms. */
export const verbs = words(
  `abbreviate accept access account achieve acknowledge act adapt add address adhere adjust adopt advise aim align
  allocate alternate analyze analyse annotate answer anticipate append apply approach arrange ask assess assign assist
  assume attach attempt await base be become begin bold book break brief bring build calculate call cancel capitalize
  capture categorize check choose cite clarify classify clean close collect combine come comment communicate compare
  compile complete comply compose compute conclude condense conduct confirm connect consider consult contact continue
  convert copy correct count cover craft create cross decide declare deduce default define deliver demonstrate
  derive describe design detect determine develop differentiate direct discuss display distinguish divide do document
  double draft draw edit elaborate embed emphasize employ enclose encourage end engage ensure enter enumerate escalate
  estimate evaluate examine execute expand expect explain explore express extend extract fetch fill filter find finish
  fix flag focus follow format formulate forward gather generate get give go greet group guess guide handle help
  highlight hold identify illustrate imagine imitate implement improve include incorporate increase indent indicate
  infer inform insert inspect integrate interpret introduce invent invite invoke justify keep label lead learn leave
  let limit link list listen load locate look maintain make manage mark match mention merge mimic minimize mirror
  monitor move name narrow navigate normalize note notify number obey observe offer open optimize order organize
  outline output paraphrase parse participate pass pay perform personalize pick place plan point pose praise predict
  prefer prefix prepare present preserve pretend prevent print prioritize process produce prompt proofread propose
  provide publish pull put quote raise rank rate react read recall recommend record redirect reduce refer reflect
  reformat rely remain remember remind remove rename render repeat rephrase replace reply report represent request
  research reserve resolve respect respond restate restrict retain retrieve return review revise rewrite round route run
  save say scan schedule score search see select send separate serve set share shorten show sign simulate sort speak
  specify spell split start state stay stick store strive structure study submit substitute suggest summarize
  summarise support surround tag tailor take talk teach tell test think thank track transcribe transfer transform
  translate treat trim try turn update use utilize validate vary verify view visit wait walk watch weigh welcome wrap
  write`,
);

/** Verbs of what something must be like: "has to start with". */
export const shapeVerbs = words(
  'be begin comply consist contain correspond end fit include match mention start',
);

export const orders: OrderWords = {
  verbs,
  endings: [],
  addressed: words("you your you're you'll"),
  wishing: words("i i'd we we'd what"),
  leads: words(
    `also and as briefly but carefully clearly directly finally first firstly gently gradually immediately kindly last
    lastly next now optionally otherwise politely properly quickly second secondly simply so still then third thirdly
    thoroughly thoughtfully typically`,
  ),
  polite: ['please', "let's"],
  results: words(
    `answer answers article caption code comment description draft email e-mail explanation format heading headline
    json label letter list markdown message output paragraph paragraphs reply replies report response responses result
    results sentence sentences subject summary summaries text title titles tone translation wording yaml`,
  ),
  aspects: words(
    `approach audience behavior behaviour checklist constraints criteria do dont goal goals guideline guidelines
    guardrails important instruction instructions language length note objective objectives persona policy principles
    procedure process requirement requirements responsibilities role rule rules step steps structure style task tasks
    voice workflow`,
  ),
  forms: [
    'separated by',
    'delimited by',
    'followed by',
    'preceded by',
    'surrounded by',
    'wrapped in',
    'enclosed in',
    'ordered by',
    'sorted by',
    'grouped by',
    'in the form of',
    'in the format',
    'in the style of',
    'in the language of',
    'in the voice of',
    'in the tone of',
    'in this format',
    'in this form',
    'in this order',
    'in alphabetical order',
    'in chronological order',
    'in order of',
    'in full sentences',
    'in complete sentences',
    'in plain text',
    'in plain english',
    'in plain language',
    'in simple terms',
    'in bullet points',
    'in past tense',
    'in present tense',
    'in the past tense',
    'in the present tense',
    'in the first person',
    'in the second person',
    'in the third person',
    'in lower case',
    'in upper case',
    'in english',
    'in german',
    'in french',
    'in spanish',
    'in italian',
    'in chinese',
    'in japanese',
    'in json',
    'in markdown',
    'in yaml',
    'in xml',
    'in html',
    'as a list',
    'as a table',
    'as a numbered list',
    'as a bulleted list',
    'as bullet points',
    'as json',
    'as markdown',
    'as follows',
    'on a new line',
    'on its own line',
    'on separate lines',
    'step by step',
    'one by one',
    'word for word',
  ],
};
