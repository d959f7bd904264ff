import type { Part } from '../../source/formats/format.ts';
import { splitWords } from '../evidence.ts';
import { roleNamed } from '../roleNames.ts';
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
  const key = part.names.findLast((name) => !/^\d+$/.test(name));
  const named = key === undefined ? roleOfStem(stemOf(path)) : roleOfName(key);
  if (named !== 'unknown') return named;
  if (segments.some(({ kind }) => kind === 'hole')) return 'template';
  const text = staticText(segments);
  return /^\s*(?:<!--[^]*?-->\s*)*You(?:r|'re)?\b/.test(text) || readProse(text)?.casts === true
    ? 'system'
    : 'unknown';
}

/** Of a file's name only the plain words count: it is mostly about something else. */
function roleOfStem(stem: string): Role {
  const words = splitWords(stem);
  if (words.some((word) => /^(?:system|sys|sysprompt)$/.test(word))) return 'system';
  return words.includes('user') ? 'user' : 'unknown';
}

/** A file's name without its endings. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(0, name.indexOf('.', 1) < 0 ? undefined : name.indexOf('.', 1));
}
