import { isInAnswer } from '../answers.ts';
import type { Requests } from '../requests.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by messages wherever they stand: objects with a role and a content, calls of a message class. */
export function detectMessages({ messages }: Requests, trail: () => Trail): Sighting[] {
  const sent = messages.filter(({ place, message }) => message.role !== 'assistant' || !isInAnswer(place));
  return sent.flatMap(({ message }) =>
    message.contents
      .flatMap((content) => sitesOf(content, trail()))
      .map((place): Sighting => ({
        place,
        role: message.role,
        found: 'message',
        confidence: 'high',
        sdk: null,
        model: null,
        placeholders: 'guess',
      })),
  );
}
