import { directoryOf } from '../../core/source/paths.ts';
import { isNeverRead } from './neverRead.ts';

/** Files that are called like others, and are known by the name of their folder. */
const nameless = new Set(['index', '__init__', '__main__', 'mod', 'lib', 'main']);
/** Folders that say nothing of what is in them. */
const plainFolders = new Set(['src', 'lib', 'app', 'source', 'main']);
const words =
  /\b(?:import|from|require|require_relative|require_once|include|include_once|use|using|mod|export|package|autoload|load|extends)\b/;

/** The words by which other files may name these, of those that it matters of. */
export function namesForAll(paths: Iterable<string>): string[] {
  return [...new Set([...paths].filter((path) => !isNeverRead(path)).flatMap(namesFor))];
}

/** Whether one of these words can be one of `namesFor` a path. There are thousands of paths, and few of them can be. */
export function mayBeCalled(path: string, said: ReadonlySet<string>): boolean {
  const own = ownName(path);
  return said.has(own) || nameless.has(own) || path.endsWith('.rb');
}

/** Its name without endings, and without the dot of one that begins with it. */
function ownName(path: string): string {
  const slash = path.lastIndexOf('/');
  const dot = path.indexOf('.', slash + 2);
  return path.slice(slash + (path.charAt(slash + 1) === '.' ? 2 : 1), dot < 0 ? path.length : dot);
}

/** The words by which other files may name a file: its name without endings, or that of its folder. */
export function namesFor(path: string): string[] {
  const own = ownName(path);
  const name = nameless.has(own) ? folderNameFor(path) : own;
  // no line says a name of several lines
  if (name === undefined || name === '' || name.includes('\n')) return [];
  // Ruby's loaders find `PriceList` in price_list.rb
  return path.endsWith('.rb') ? [name, camel(name)] : [name];
}

function folderNameFor(path: string): string | undefined {
  return directoryOf(path)
    .split('/')
    .findLast((folder) => !plainFolders.has(folder));
}

/** Whether a line that has this word in it may name a file by it: it imports, or the word stands like the part of a path. */
export function namesFile(line: string, name: string): boolean {
  if (/^[A-Z]/.test(name) || words.test(line)) return true;
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1))
    if (at > 0 && `'"\`/\\.:`.includes(line.charAt(at - 1))) return true;
  return false;
}

/** The words of a text by which it may name files. */
export function namesIn(text: string, known: { has(name: string): boolean }): Set<string> {
  const found = new Set<string>();
  for (const line of text.split('\n'))
    for (const name of line.match(word) ?? [])
      if (known.has(name) && !found.has(name) && namesFile(line, name)) found.add(name);
  return found;
}

/** All words of a text. */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(word));
}

const word = /[\w-]+/g;

function camel(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
