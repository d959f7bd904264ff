import { extensionOf } from '../paths.ts';
import { contents, type Contents, type Format, type Part, type Source } from './format.ts';
import { namesOf, type Entries, type Entry, type Key } from './reading/entries.ts';
import { jsonEntries } from './reading/json.ts';
import { tomlEntries } from './reading/toml.ts';
import { yamlEntries } from './reading/yaml.ts';
import { schemas } from './schemas/index.ts';

const readers: Readonly<Record<string, { language: string; read: (text: string) => Entries }>> = {
  yaml: { language: 'yaml', read: (text) => yamlEntries(text) },
  yml: { language: 'yaml', read: (text) => yamlEntries(text) },
  json: { language: 'json', read: jsonEntries },
  jsonc: { language: 'jsonc', read: jsonEntries },
  json5: { language: 'json5', read: jsonEntries },
  toml: { language: 'toml', read: tomlEntries },
};

/** Files of keys and values that a program of another trade reads, by name. */
const foreign =
  /(?:^|\/)(?:package(?:-lock)?|npm-shrinkwrap|composer|tsconfig[\w.-]*|jsconfig|angular|nx|turbo|lerna|deno|biome|manifest|mkdocs|docker-compose[\w.-]*|compose|pnpm-lock|pnpm-workspace|openapi[\w.-]*|swagger[\w.-]*|promptmeter\.config|Cargo|Pipfile|poetry|uv|pdm|\.[\w-]+rc|[\w.-]*\.schema|[\w.-]*[.-]lock)\.\w+$|(?:^|\/)(?:i18n|l10n|locales?|translations?|lang|_locales|messages|node_modules|__snapshots__|cassettes)\//i;

/** YAML, JSON and TOML: what a schema knows as a prompt, and every other text, for its key to be judged. */
export const data: Format = {
  id: 'data',
  language: (path) => readers[extensionOf(path)]?.language ?? 'yaml',
  known: false,
  matches: (path) => Object.hasOwn(readers, extensionOf(path)) && !foreign.test(path),
  read(source) {
    const reader = readers[extensionOf(source.path)];
    return reader === undefined || !mayHoldPrompts(source)
      ? contents([])
      : readEntries(reader.read(source.text), source.path);
  },
};

/** Keys that a schema or a name could be about, told without parsing the file: most such files hold none. */
const telling =
  /(?:prompt|instruction|system|persona|backstory|preamble|jailbreak|expected_output|_template|template_format|input_variables|execution_settings|_type|criteria|rubric|guidance|guidelines)[\w.-]{0,40}["']?\s*[:=\]]|\brole["']?\s*[:=]\s*["']?(?:system|developer|user|human)\b|[:=]\s*["'|>]*\s*you are an? /i;

function mayHoldPrompts({ path, text }: Source): boolean {
  return /prompt/i.test(path) || telling.test(text);
}

function readEntries({ entries, problem }: Entries, path: string): Contents {
  const known = schemas.flatMap((schema) => schema(entries, path) ?? []);
  const taken = new Set<Entry['text']>();
  const parts: Part[] = [];
  for (const part of known.flatMap((contents) => contents.parts)) {
    if (taken.has(part.text)) continue;
    taken.add(part.text);
    parts.push(part);
  }
  for (const { keys, text } of entries)
    if (!taken.has(text) && keys.every(isName) && /\S\s+\S+\s+\S/.test(text.text))
      parts.push({ text, names: namesOf(keys), role: null, engine: 'guess', certain: false });
  const named = known.find(({ model }) => model !== null);
  return contents(parts, { model: named?.model ?? null, provider: named?.provider ?? null, problem });
}

/** A key that somebody chose, and not a text that is a key. */
function isName(key: Key): boolean {
  return typeof key === 'number' || key.length <= 80;
}
