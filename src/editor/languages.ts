import { baselineName } from '../core/changes/baseline.ts';
import { promptFormat } from '../core/prompts/files.ts';
import { languageOf, languages } from '../core/source/languages/index.ts';

/** Where VS Code has a language of its own for what is one to the core. */
const ofItsOwn: Readonly<Record<string, string>> = { tsx: 'typescriptreact', jsx: 'javascriptreact' };

/** The languages we read, by VS Code's id, and the endings under which the core knows them; the first one is the usual. */
export const endings: ReadonlyMap<string, readonly string[]> = collect();

export const languageIds: readonly string[] = [...endings.keys()];

/** Languages in which nothing but prompts is written, and the ending that tells the core so. */
export const promptEndings: ReadonlyMap<string, string> = new Map([
  ['prompt', '.prompt.md'],
  ['instructions', '.instructions.md'],
  ['chatagent', '.agent.md'],
  ['skill', '/SKILL.md'],
  ['prompty', '.prompty'],
  ['dotprompt', '.prompt'],
  ['baml', '.baml'],
]);

/** Languages of templates: whether one is a prompt, its name and its text say. */
export const templateLanguageIds: readonly string[] = ['jinja', 'liquid', 'handlebars'];

/**
 * Files that are prompts, in languages that are far more often used for something else. A folder that has one of them
 * wakes the extension up; opening any Markdown, YAML or text file does not.
 */
export const promptFileGlobs: readonly string[] = [
  'AGENTS.md',
  'CLAUDE.md',
  'GEMINI.md',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
  '.github/copilot-instructions.md',
  '**/{AGENTS,CLAUDE,GEMINI,SKILL}.md',
  '**/*.{prompty,prompt,mdc,baml}',
  '**/*.{prompt,instructions,agent,chatmode}.md',
  '**/skprompt.txt',
  '**/{prompt,prompts}/**/*.{md,txt,yaml,yml,json,toml,j2,jinja,jinja2,hbs,mustache,liquid,tmpl,tera,erb,st}',
  '**/*{prompt,prompts,Prompt,Prompts}.{md,txt,yaml,yml,json,toml,j2,jinja,jinja2,hbs,mustache,liquid,tmpl,tera,erb,st}',
];

/** What wakes the extension up, besides its commands. */
export const activationEvents: readonly string[] = [
  ...[...languageIds, ...promptEndings.keys(), ...templateLanguageIds].map((id) => `onLanguage:${id}`),
  ...promptFileGlobs.map((glob) => `workspaceContains:${glob}`),
];

/** What a folder states by itself. Braces do not stand in each other: the editor would not read them. */
export const configurationGlob = `**/{${[
  ...['json', 'jsonc', 'yaml', 'yml'].map((ending) => `promptmeter.config.${ending}`),
  ...['package.json', 'pyproject.toml', baselineName],
].join(',')}}`;

/** Sources that a prompt may be imported from and files that are prompts, for watching what changes on disk. */
export const watchedGlob = `**/*{${[
  ...[...endings.values()].flat(),
  ...[
    '.md',
    '.mdc',
    '.txt',
    '.yaml',
    '.yml',
    '.json',
    '.jsonc',
    '.toml',
    '.ipynb',
    '.prompty',
    '.prompt',
    '.baml',
  ],
  ...[
    '.j2',
    '.jinja',
    '.jinja2',
    '.hbs',
    '.handlebars',
    '.mustache',
    '.liquid',
    '.tmpl',
    '.gotmpl',
    '.tera',
    '.erb',
    '.st',
  ],
].join(',')}}`;

/** Whether a change of a file on disk can change what is shown. Of the files that only might hold prompts, those that are called so. */
export function mattersOnDisk(path: string): boolean {
  if (languageOf(path) !== null) return true;
  const format = promptFormat(path);
  return format !== null && (format.known || /prompt|instruction/i.test(path));
}

/**
 * What a document is to us by its path and language: `source` may hold prompts, `prompt` is one by its name, `perhaps`
 * has a name that many other files have as well, so that only its text can tell. `null`: nothing that is read.
 */
export type Kind = 'source' | 'prompt' | 'perhaps';

export function kindOf(path: string, languageId: string): Kind | null {
  if (endings.has(languageId)) return 'source';
  if (promptEndings.has(languageId)) return 'prompt';
  const format = promptFormat(path);
  if (format === null) return null;
  return format.known ? 'prompt' : 'perhaps';
}

/** A document without a file has no ending to tell its language by; one with an unusual ending is what the editor says it is. */
export function withEnding(path: string, languageId: string): string {
  const known = endings.get(languageId);
  if (known) return known.some((ending) => path.endsWith(ending)) ? path : path + (known[0] ?? '');
  const ending = promptEndings.get(languageId);
  return ending === undefined || promptFormat(path) !== null ? path : path + ending;
}

function collect(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, extensions } of languages)
    for (const extension of extensions) {
      const name = ofItsOwn[extension] ?? id;
      found.set(name, [...(found.get(name) ?? []), `.${extension}`]);
    }
  return found;
}
