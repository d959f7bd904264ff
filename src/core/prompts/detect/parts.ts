import type { Place } from '../../source/workspace.ts';
import type { Trail } from '../trail.ts';
import type { Memory } from '../memory.ts';
import { partsOf } from '../parts.ts';
import type { Sighting } from '../sighting.ts';
import type { Texts } from '../texts.ts';

/** Evidence by the prompts that a text goes into by a name: it is sent with them, as whose they are. */
export function detectParts(
  wholes: readonly Sighting[],
  memory: Memory,
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  const partsOfText = (whole: Place): readonly Place[] =>
    followed(partsOf(whole, trail), texts).filter((place) => (texts.reading(place)?.words ?? 0) >= fewest);
  return wholes.flatMap(({ place: whole, role, sdk, model, confidence }) =>
    memory
      .about('parts', whole, () => partsOfText(whole), null)
      .map((place): Sighting => ({
        place,
        role,
        sdk,
        model,
        confidence: confidence === 'high' ? 'medium' : confidence,
        found: 'constant',
        placeholders: 'guess',
      })),
  );
}

/** All parts up to one that nobody can follow to its end: behind it come those that it is made of, as tangled as it is. */
function followed(parts: readonly Place[], texts: Texts): readonly Place[] {
  const last = parts.findIndex((place) => texts.isTangled(place));
  return last < 0 ? parts : parts.slice(0, last + 1);
}

/** Words below which a part is a value in a text, and no text. */
const fewest = 8;
