import type { Candidate } from './candidate.ts';
import type { Memory } from './memory.ts';
import { movedCandidate, shifted } from './movedReading.ts';
import type { Sighting } from './sighting.ts';

/** `make()`, unless it was made before of a sighting that claims the same. What a comment says may stand anywhere. */
export function rememberedCandidate(
  { place, ...claim }: Sighting,
  memory: Memory,
  make: () => Candidate | null,
): Candidate | null {
  if (claim.volume !== undefined) return make();
  const { role, found, confidence, sdk, model, disputed, placeholders } = claim;
  const said = [role, found, confidence, sdk, model?.id, model?.via, disputed, placeholders].join('\n');
  return memory.about(
    `a candidate: ${said}`,
    place,
    make,
    (known, shift) => known && movedCandidate(known, shifted(place.unit.path, shift)),
  );
}
