import type { Phrase } from '../lexicon.ts';

/** `in a clear and polite manner` → `clearly and politely`. */
export function mannerPhrases(): readonly Phrase[] {
  const ways = ['manner', 'way', 'fashion'];
  const adverbs = Object.entries(manners).filter(([, adverb]) => !adverb.includes(' '));
  const single = Object.entries(manners).map(([adjective, adverb]) => ({ said: adjective, adverb }));
  const pairs = adverbs.flatMap(([first, adverb]) =>
    adverbs
      .filter(([second]) => second !== first)
      .map(([second, other]) => ({ said: `${first} and ${second}`, adverb: `${adverb} and ${other}` })),
  );
  return [...single, ...pairs].flatMap(({ said, adverb }) =>
    ways.map((way) => ({
      from: `in ${/^[aeiou]/.test(said) ? 'an' : 'a'} ${said} ${way}`,
      to: adverb,
      level: 'safe' as const,
      at: 'anywhere' as const,
    })),
  );
}

/** Manners that have an adverb: `in a clear manner` is `clearly`. */
const manners: Readonly<Record<string, string>> = {
  accurate: 'accurately',
  appropriate: 'appropriately',
  brief: 'briefly',
  casual: 'casually',
  careful: 'carefully',
  clear: 'clearly',
  coherent: 'coherently',
  concise: 'concisely',
  consistent: 'consistently',
  constructive: 'constructively',
  creative: 'creatively',
  courteous: 'courteously',
  detailed: 'in detail',
  direct: 'directly',
  efficient: 'efficiently',
  formal: 'formally',
  gentle: 'gently',
  helpful: 'helpfully',
  honest: 'honestly',
  informal: 'informally',
  kind: 'kindly',
  linear: 'linearly',
  logical: 'logically',
  natural: 'naturally',
  neutral: 'neutrally',
  objective: 'objectively',
  polite: 'politely',
  positive: 'positively',
  professional: 'professionally',
  respectful: 'respectfully',
  responsible: 'responsibly',
  safe: 'safely',
  sensible: 'sensibly',
  similar: 'similarly',
  systematic: 'systematically',
  thorough: 'thoroughly',
  timely: 'promptly',
  transparent: 'transparently',
};
