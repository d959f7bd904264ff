import type { Unit } from '../../source/workspace.ts';
import { messageAt } from '../messages.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by messages wherever they stand: objects with a role and a content, calls of a message class. */
export function detectMessages(unit: Unit, trail: () => Trail): Sighting[] {
  return [...unit.outline.records, ...unit.outline.calls].flatMap((node) => {
    const message = messageAt({ unit, node }, trail());
    if (message === null) return [];
    return message.contents
      .flatMap((content) => sitesOf(content, trail()))
      .map((place): Sighting => ({
        place,
        role: message.role,
        found: 'message',
        confidence: 'high',
        sdk: null,
        model: null,
        placeholders: 'guess',
      }));
  });
}
