import type { Place } from '../../source/workspace.ts';
import type { Trail } from '../trail.ts';
import type { Memory } from '../memory.ts';
import { partsOf, type Part } from '../parts.ts';
import type { Role } from '../prompt.ts';
import { staticText } from '../segments.ts';
import type { Sighting } from '../sighting.ts';
import { isPiece, isTextOfItsOwn, wordsOf, type Texts } from '../texts.ts';

/** Evidence by the prompts that a text goes into by a name: it is sent with them, as whose they are. */
export function detectParts(
  wholes: readonly Sighting[],
  memory: Memory,
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  const partsOfText = (whole: Place, role: Role): readonly Place[] => {
    const isFrame = role !== 'assistant' && !/\p{L}/u.test(staticText(texts.segments(whole)));
    return followed(partsOf(whole, trail), texts)
      .filter((part) => isText(part, texts) || (isFrame && wordsOf(part.place, texts) >= fewestOfFrame))
      .map(({ place }) => place);
  };
  return wholes.flatMap(({ place: whole, role, sdk, model, confidence }) =>
    memory
      .about('parts', whole, () => partsOfText(whole, role), null)
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
function followed(parts: readonly Part[], texts: Texts): readonly Part[] {
  const last = parts.findIndex(({ place }) => texts.isTangled(place));
  return last < 0 ? parts : parts.slice(0, last + 1);
}

/** Whether a part is text of its own, and no value in a text: by its length, or by what it is added to or stands for. */
function isText({ place, added, oneOf }: Part, texts: Texts): boolean {
  if (isTextOfItsOwn(place, texts)) return true;
  if (added || isLineOrNothing(place, oneOf, texts)) return isPiece(place, texts);
  if (wordsOf(place, texts) < fewestInstead) return false;
  return oneOf.slice(0, mostInstead).some((other) => isTextOfItsOwn(other, texts));
}

/** `asked ? `\nAsked by: ${name}` : ''`: a line of its own, which is there or is not. */
function isLineOrNothing(place: Place, oneOf: readonly Place[], texts: Texts): boolean {
  if (!texts.known(place).startsWith('\n')) return false;
  return oneOf.slice(0, mostInstead).some((other) => texts.known(other) === '');
}

/** Words of what comes instead of a text. */
const fewestInstead = 3;
/** More that may come instead are a table: the first tell for all. */
const mostInstead = 100;

/** Words of a part of what has no word of its own, and is but the frame of its parts. */
const fewestOfFrame = 5;
