import type { Declaration } from '../../source/language.ts';
import type { Unit } from '../../source/workspace.ts';
import type { Memory } from '../memory.ts';
import { ownersOf } from '../owners.ts';
import type { Sighting } from '../sighting.ts';
import { sdks } from '../sdks/index.ts';
import type { Trail } from '../trail.ts';

/** Evidence by classes whose documentation string is their instruction, such as DSPy's signatures. */
export function detectDocstrings(unit: Unit, memory: Memory, trail: () => Trail): readonly Sighting[] {
  const { language, outline, text } = unit;
  const at = ({ node }: Declaration) => node;
  return memory.flatMap('docstrings', outline.declarations, at, ({ kind, node }): readonly Sighting[] => {
    if (kind !== 'class') return [];
    const bases = language.bases(node, text);
    const sdk = sdks.find(({ docstringBases, modules }) =>
      bases.some(
        (base) =>
          docstringBases?.test(base) === true &&
          ownersOf(base, { unit, node }, trail()).modules.some((module) => modules.test(module)),
      ),
    );
    const doc = sdk === undefined ? null : language.docstring(node);
    if (sdk === undefined || doc === null) return [];
    return [
      {
        place: { unit, node: doc },
        role: 'system',
        found: 'template-class',
        confidence: 'high',
        sdk: sdk.id,
        model: null,
        placeholders: 'none',
      },
    ];
  });
}
