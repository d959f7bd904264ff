import type { Format, Part } from '../../source/formats/format.ts';
import { isPromptPath, strengthOfName, type NameStrength } from '../names.ts';
import type { Confidence } from '../prompt.ts';
import { castsFirst, readProse } from '../prose.ts';
import { stemOf } from './roles.ts';

/** Pages for people and material for tests: what is called a prompt there is spoken about, or none of the project's own. */
const aside =
  /(?:^|\/)(?:docs?|documentation|references?|website|site|blog|wiki|articles?|posts?|news|tutorials?|changelogs?|fixtures?|__fixtures__|__tests__|test[-_]?data|mocks?|__mocks__|snapshots?)\//i;

/** What programs wrote down: answers, runs, collections of cases. */
const recorded =
  /(?:^|\/)[\w.-]*(?:results?|outputs?|logs?|runs|records?|trajectories|datasets?|triage|cassettes)\/|cache\.\w+$/i;

/** Instructions to a model by their name; those to people are called by what they are about. */
const instructing =
  /^(?:system|(?:(?:system|custom|agent|assistant|bot|model|ai|developer)[-_ ]?)?(?:instructions?|message|persona))$/i;

/** A text or Markdown file that its folder or its name says to be a prompt. */
export function isKeptForPrompts(path: string): boolean {
  if (aside.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  // a file without an ending has only its folder to speak for it
  if (!name.includes('.')) return isPromptPath(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  return isPromptPath(path) || instructing.test(stemOf(path)) || /prompts?(?:[-_ .]|$)/i.test(stemOf(path));
}

/** A file of keys and values in which texts are kept that were sent, or are spoken about. */
export function isAside(format: Format, path: string): boolean {
  return format.id === 'data' && (aside.test(path) || recorded.test(path));
}

/** What the names say, or the text by its first words. */
export function mayBePrompt(part: Part, format: Format, path: string): boolean {
  return (
    format.id !== 'data' ||
    strengthOf(part) !== null ||
    isAmongPrompts(part, path) ||
    castsFirst(part.text.text)
  );
}

/**
 * How sure it is that a part is a prompt, by its names and by how it reads; null when it is none.
 * The less the names say, the more the text has to.
 * @param known what of its text is known.
 */
export function judge(known: string, part: Part, format: Format, path: string): Confidence | null {
  const reading = readProse(known);
  if (reading === null || (isForPeople(known) && !castsFirst(known))) return null;
  const { words, instructs, casts } = reading;
  if (format.id === 'data') {
    const named = strengthOf(part) === 'strong' || isAmongPrompts(part, path);
    if (named && words >= 5 && (instructs >= 2 || casts)) return 'medium';
  } else if (isPromptPath(path) && words >= 4 && instructs >= 1) return 'medium';
  else if (format.onlyAmongPrompts === true)
    return (casts || castsFirst(known)) && words >= 8 ? 'medium' : null;
  return casts && words >= 25 && instructs >= 4 && !aside.test(path) ? 'low' : null;
}

/** Markup, or a page with pictures and badges. */
function isForPeople(text: string): boolean {
  return /<\/(?:div|html|body|table|span|p|td)>|!\[[^\]]*\]\(https?:|<img\s/i.test(text.slice(0, 20_000));
}

function strengthOf({ names }: Part): NameStrength | null {
  const name = names.findLast((key) => !/^\d+$/.test(key));
  return name === undefined || name === 'description' ? null : strengthOfName(name);
}

/** Its file, or a key above it, is kept for prompts. */
function isAmongPrompts({ names }: Part, path: string): boolean {
  const about =
    /^(?:descriptions?|name|title|label|version|id|type|comment|author|tags?|note|run|script|command|entrypoint|shell|if)$/i;
  if (about.test(names.at(-1) ?? '')) return false;
  const above = names.slice(0, -1);
  return (
    isPromptPath(path) ||
    above.some((name) => /(?:^|[_.-])(?:prompts?|instructions)$/i.test(name) || /Prompts?$/.test(name))
  );
}
