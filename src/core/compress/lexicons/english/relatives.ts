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
    'attached available given included listed mentioned necessary needed possible provided required requested used',
  ),
  adjectives: words(
    'accessible accurate allergic appropriate available aware capable close common comparable compatible different due easy eligible equal familiar free full hard interested new open part popular present ready relevant responsible safe similar simple specific suitable typical unique useful valid visible',
  ),
  notVerbs: words(
    'appealing being boring charming compelling confusing convincing encouraging engaging exciting following going interesting inviting lacking lasting misleading missing ongoing surprising tempting welcoming willing',
  ),
  prepositions: words(
    'about above across against along among around at behind below beside for from in inside into near of on outside through under with',
  ),
  agents: words('by to as'),
  subjects: words('i you he she we they it'),
  determiners: words('a an any each every her his its my no our some the their these this those your'),
  nouns: words(
    'anyone anything data details everyone everything information instructions people someone something text things words',
  ),
  told: words(
    'argument assumption belief chance claim condition conclusion confirmation danger evidence event extent fact feeling hint hope idea impression indication likelihood message news note notice notion opinion point possibility probability promise proof reason rule risk sense sign statement suggestion suspicion thought understanding view warning way',
  ),
  adverbs: words('actually already also best most not now often still'),
  notBehind: words(
    'although because even since though unless whether so such now provided providing given except in than and but or if is are was were be been this that it case event condition extent until before after from with by for on about of to at as not only which who critical crucial essential important necessary vital order considering seeing likely possible probable obvious clear certain true',
  ),
  degree: words('so such'),
  weighing: words(
    'clear critical crucial essential evident good helpful imperative important key necessary obvious useful vital',
  ),
  toWhom: ['to', 'for'],
  asking: words(
    'ask asks check choose consider decide describe determine explain find indicate identify include know knows mention name note remember report say see show specify state tell tells understand wonder',
  ),
};
