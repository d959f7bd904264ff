import { lexicons } from './index.ts';
import { keptClauses, type ConstraintKind, type ConstraintTable, type Lexicon } from './lexicon.ts';

/** What constrains in any language at all: for text whose own is not known. It has no phrases. */
export function anyLanguage(): Lexicon {
  const table = (kind: ConstraintKind): ConstraintTable =>
    Object.fromEntries(
      lexicons.flatMap(({ id, constraints }) =>
        Object.entries(constraints[kind]).map(([name, spellings]) => [`${name} (${id})`, spellings]),
      ),
    );
  const constraints = {
    negation: table('negation'),
    modal: table('modal'),
    restrictor: table('restrictor'),
  };
  return {
    id: 'any',
    common: [],
    loose: [],
    neutral: [],
    constraints,
    phrases: () => [],
    families: () => [],
    ...keptClauses,
    orders: {
      verbs: [],
      endings: [],
      addressed: [],
      wishing: [],
      leads: [],
      polite: [],
      results: [],
      aspects: [],
      forms: [],
    },
  };
}
