import type { Part } from '../../source/formats/format.ts';
import { roleNamed } from '../messages.ts';
import { roleOfName } from '../names.ts';
import type { Role, Segment } from '../prompt.ts';
import { readProse } from '../prose.ts';
import { staticText } from '../segments.ts';

/**
 * Whose text a part is: as the file says, as its key or the file's name says, else what it is made like: with holes a
 * template, without them and speaking to somebody about who they are the system's.
 */
export function roleOfPart(part: Part, path: string, segments: readonly Segment[]): Role {
  if (part.role === 'tool-description') return 'tool-description';
  const said = part.role === null ? null : roleNamed(part.role);
  if (said !== null) return said;
  const named = roleOfName(part.names.findLast((name) => !/^\d+$/.test(name)) ?? stemOf(path));
  if (named !== 'unknown') return named;
  if (segments.some(({ kind }) => kind === 'hole')) return 'template';
  return readProse(staticText(segments))?.casts === true ? 'system' : 'unknown';
}

/** A file's name without its endings. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(0, name.indexOf('.', 1) < 0 ? undefined : name.indexOf('.', 1));
}
