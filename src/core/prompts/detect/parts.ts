import type { Trail } from '../trail.ts';
import { evaluate } from '../evaluate.ts';
import { partsOf } from '../parts.ts';
import { readProse } from '../prose.ts';
import { knownText } from '../segments.ts';
import type { Sighting } from '../sighting.ts';

/** Evidence by the prompts that a text goes into by a name: it is sent with them, as whose they are. */
export function detectParts(wholes: readonly Sighting[], trail: () => Trail): Sighting[] {
  return wholes.flatMap((whole) =>
    partsOf(whole.place, trail).flatMap((place): Sighting[] => {
      const words = readProse(knownText(evaluate(place, trail())))?.words ?? 0;
      if (words < fewest) return [];
      const { role, sdk, model, confidence } = whole;
      return [
        {
          place,
          role,
          sdk,
          model,
          confidence: confidence === 'high' ? 'medium' : confidence,
          found: 'constant',
          placeholders: 'guess',
        },
      ];
    }),
  );
}

/** Words below which a part is a value in a text, and no text. */
const fewest = 8;
