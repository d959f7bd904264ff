import type { Requests } from '../requests.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by bodies of requests that are written as texts: the whole body, and what stands for a message in it. */
export function detectJsonBodies({ bodies }: Requests, trail: () => Trail): Sighting[] {
  return bodies.flatMap(({ place: whole, model: id, contents }) => {
    const about = { found: 'message', confidence: 'medium', sdk: null, placeholders: 'none' } as const;
    const model = id === null ? null : ({ id, via: 'call' } as const);
    return [
      { ...about, place: whole, role: 'user', model } as const,
      ...contents.flatMap(({ place, role }) =>
        sitesOf(place, trail())
          .filter(({ node }) => node !== whole.node)
          .map((site): Sighting => ({ ...about, place: site, role, model, placeholders: 'guess' })),
      ),
    ];
  });
}
