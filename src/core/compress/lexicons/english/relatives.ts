import { words, type RelativeClauses } from '../lexicon.ts';

/** "the schema that is listed below" says no more than "the schema listed below". */
export const relatives: RelativeClauses = {
  pronouns: words('that which who'),
  be: words('is are was were'),
  perfect: words('has have'),
  been: 'been',
  participles: words(
    'built done drawn driven found given held kept known left made meant paid put read seen sent set shown sold spoken spent stored taken taught told used written',
  ),
  bare: words(
    'affected attached available chosen covered described detected discussed found given identified included involved listed made mentioned missing necessary needed possible provided quoted required requested selected shown specified stated supplied supported used',
  ),
  adjectives: words(
    'accessible accurate allergic appropriate available aware capable close common comparable compatible different due easy eligible equal familiar free full hard interested new open part popular present ready relevant responsible safe similar simple specific suitable typical unique useful valid visible',
  ),
  notVerbs: words(
    'appealing being boring charming compelling confusing convincing encouraging engaging exciting following going interesting inviting lacking lasting misleading missing ongoing surprising tempting welcoming willing',
  ),
  prepositions: words(
    'about above across after against along among around at before behind below beside between beyond during for from in inside into near of on onto outside over since through throughout toward towards under until via with within without',
  ),
  agents: words('by to as up out'),
  subjects: words(
    "i you he she we they it i'm you're he's she's we're they're it's i've you've we've they've i'll you'll we'll they'll",
  ),
  determiners: words(
    'a an any each every her his its many most my no our several some the their these this those your',
  ),
  people: words(
    'authors buyers callers candidates children clients customers developers employees guests learners members patients people players readers students teachers users visitors writers',
  ),
  nouns: words(
    'anyone anything data details everyone everything information instructions people someone something text things words',
  ),
  told: words(
    'argument assumption belief chance claim condition conclusion confirmation danger evidence event extent fact feeling hint hope idea impression indication likelihood message news note notice notion opinion point possibility probability promise proof reason rule risk sense sign statement suggestion suspicion thought understanding view warning way',
  ),
  adverbs: words('actually already also best most not now often still'),
  notBehind: words(
    'although because even since though unless whether so such now provided providing given except in than and but or if is are was were be been this that it case event condition extent until before after from with by for on about of to at as not only which who critical crucial essential important necessary vital order considering seeing likely possible probable obvious clear certain true like regarding concerning',
  ),
  degree: words('so such'),
  articles: words('a an many'),
  owning: 'of',
  weighing: words(
    'clear critical crucial essential evident good helpful imperative important key necessary obvious useful vital',
  ),
  toWhom: ['to', 'for'],
  asking: words(
    'ask asks check choose consider decide describe determine explain find indicate identify include know knows mention name note remember report say see show specify state tell tells understand wonder',
  ),
};
