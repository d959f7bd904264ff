import type { Place } from '../../source/workspace.ts';
import { isInAnswer, isSaid } from '../answers.ts';
import { modelBeside } from '../around.ts';
import type { Memory } from '../memory.ts';
import type { MessageSeen } from '../messages.ts';
import type { Requests } from '../requests.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by messages wherever they stand: objects with a role and a content, calls of a message class. */
export function detectMessages({ messages }: Requests, memory: Memory, trail: () => Trail): Sighting[] {
  return messages.flatMap(({ place, message }) =>
    memory.about('a message', place, () => sightingsOf(place, message, trail), null),
  );
}

function sightingsOf(place: Place, message: MessageSeen, trail: () => Trail): Sighting[] {
  if (message.role === 'assistant' && isInAnswer(place)) return [];
  const model = modelBeside(place, trail());
  return message.contents
    .filter((content) => message.role !== 'assistant' || isSaid(content, trail()))
    .flatMap((content) => sitesOf(content, trail()))
    .map((site): Sighting => ({
      place: site,
      role: message.role,
      found: 'message',
      confidence: 'high',
      sdk: null,
      model,
      placeholders: 'guess',
    }));
}
