import type { Format, Part } from '../../source/formats/format.ts';
import { isPromptPath, strengthOfName } from '../names.ts';
import type { Confidence } from '../prompt.ts';
import { readProse } from '../prose.ts';
import { stemOf } from './roles.ts';

/** Pages for people, tests and recorded answers: what is called a prompt there is spoken about, or none of the project's own. */
const aside =
  /(?:^|\/)(?:docs?|documentation|website|site|blog|wiki|articles?|posts?|news|tutorials?|changelogs?|fixtures?|__fixtures__|__tests__|testdata|test-data|mocks?|__mocks__|snapshots?)\//i;

/** A text or Markdown file that its folder or its name says to be a prompt. */
export function isKeptForPrompts(path: string): boolean {
  if (aside.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  // a file without an ending has only its folder to speak for it
  if (!name.includes('.')) return isPromptPath(folder);
  return isPromptPath(path) || strengthOfName(stemOf(path)) === 'strong';
}

/** What the names say, told without looking at the text. */
export function mayBePrompt(part: Part, format: Format, path: string): boolean {
  return (
    format.id !== 'data' ||
    strengthOf(part) !== null ||
    isAmongPrompts(part, path) ||
    part.text.text.length > 160
  );
}

/**
 * How sure it is that a part is a prompt, by its names and by how it reads; null when it is none.
 * The less the names say, the more the text has to.
 * @param known what of its text is known.
 */
export function judge(known: string, part: Part, format: Format, path: string): Confidence | null {
  const reading = readProse(known);
  if (reading === null || isForPeople(known)) return null;
  const { words, instructs, casts } = reading;
  if (format.id === 'data') {
    if (aside.test(path)) return null;
    if (strengthOf(part) === 'strong' && words >= 5 && (instructs >= 2 || casts)) return 'medium';
    if (isAmongPrompts(part, path) && words >= 6 && (instructs >= 2 || casts)) return 'medium';
  } else if (isKeptForPrompts(path) && words >= 4 && instructs >= 1) return 'medium';
  return casts && words >= 25 && instructs >= 4 && !aside.test(path) ? 'low' : null;
}

/** Markup, or a page with pictures and badges. */
function isForPeople(text: string): boolean {
  return /<\/(?:div|html|body|table|span|p|td)>|!\[[^\]]*\]\(https?:|<img\s/i.test(text.slice(0, 20_000));
}

function strengthOf({ names }: Part): 'strong' | null {
  const name = names.findLast((key) => !/^\d+$/.test(key));
  return name !== undefined && strengthOfName(name) === 'strong' ? 'strong' : null;
}

/** Its file, or a key above it, is kept for prompts. */
function isAmongPrompts({ names }: Part, path: string): boolean {
  const about = /^(?:descriptions?|name|title|label|version|id|type|comment|author|tags?|note)$/i;
  if (about.test(names.at(-1) ?? '')) return false;
  return (
    (isPromptPath(path) && !aside.test(path)) ||
    names
      .slice(0, -1)
      .some((name) => /(?:^|[_.-])(?:prompts?|instructions)$/i.test(name) || /Prompts?$/.test(name))
  );
}
