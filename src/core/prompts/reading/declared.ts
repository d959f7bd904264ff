import { directoryOf } from '../../source/paths.ts';
import type { Place } from '../../source/workspace.ts';
import type { Origin } from '../origin.ts';
import { onClassPath, type Location } from './location.ts';

/** A file that is put into a variable which is declared without a value. */
export interface Filled {
  readonly location: Location;
  readonly declaredIn: string;
  /** The build puts it there; else it is loaded when the program starts. */
  readonly embedded: boolean;
}

/** `//go:embed prompts/bread.md` on the line above; more than one pattern makes a file system. */
const goEmbed =
  /\/\/go:embed[ \t]+(?:"([^"\n*]+)"|([^\s"*]+))[ \t]*\r?\n[ \t]*(?:var[ \t]+)?[\p{L}_][\p{L}\p{N}_]*[ \t]+(?:\[\])?$/u;
/** `@Value("classpath:/prompts/bread.st")` before the type. */
const springValue = /@Value\(\s*(?:value\s*=\s*)?"classpath\*?:\/?([^"*]+)"\s*\)/;

/** The file that fills what a name was declared as, told by what stands before its type. */
export function filledFrom(origin: Origin): Filled | null {
  const type = origin.kind === 'typed' || origin.kind === 'parameter' ? origin.type : null;
  if (type === null) return null;
  const { unit, node } = type;
  if (unit.language.id === 'go') return embeddedAt(type);
  const declaration = node.parent;
  if (unit.language.id !== 'java' || declaration === null) return null;
  const path = springValue.exec(unit.text.slice(declaration.start, node.start))?.[1];
  return path === undefined ? null : { location: onClassPath(path), declaredIn: unit.path, embedded: false };
}

/** The folder that a file system of Go begins at, which the build fills (`var files embed.FS`); null for any other value. */
export function embeddedFolder(origin: Origin): string | null {
  // a variable that is declared with a type alone stands for the type
  return origin.kind === 'module' && origin.module === 'embed' && origin.name === 'FS'
    ? directoryOf(origin.from.path)
    : null;
}

function embeddedAt({ unit, node }: Place): Filled | null {
  const before = unit.text.slice(Math.max(0, node.start - longestDirective), node.start);
  const found = goEmbed.exec(before);
  const path = found?.[1] ?? found?.[2];
  return path === undefined
    ? null
    : { location: { anchored: false, path }, declaredIn: unit.path, embedded: true };
}

/** Characters of a directive with its path, and of the line below it up to the type. */
const longestDirective = 600;
