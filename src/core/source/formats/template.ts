import { verbatim } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';
import { contents, type Format } from './format.ts';

/** A map, for the name comes from a file: `constructor` must not find what every object inherits. */
const engines: ReadonlyMap<string, EngineName> = new Map(
  Object.entries<EngineName>({
    jinja: 'jinja',
    jinja2: 'jinja',
    j2: 'jinja',
    hbs: 'handlebars',
    handlebars: 'handlebars',
    mustache: 'mustache',
    liquid: 'liquid',
  }),
);

const languages: Readonly<Record<string, string>> = { jinja: 'jinja', liquid: 'liquid' };

/** Endings before a template's own that say it makes something else than a prompt: `page.html.j2`. */
const prose = /^(?:txt|md|markdown|prompt|system|user|assistant|[a-z]{2}|xml)$/;

/** A template by its ending. What it is for, its folder and its text have to say. */
export const template: Format = {
  id: 'template',
  language: (path) => languages[engineOf(path) ?? 'jinja'] ?? 'handlebars',
  known: false,
  matches: (path) => engineOf(path) !== null,
  read: ({ path, text }) =>
    contents([
      {
        text: verbatim(text, 0, text.length),
        names: [],
        role: null,
        engine: engineOf(path) ?? 'guess',
        certain: false,
      },
    ]),
};

function engineOf(path: string): EngineName | null {
  const [, ...endings] = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split('.');
  const engine = engines.get(endings.pop() ?? '');
  const before = endings.at(-1);
  return engine === undefined || (before !== undefined && !prose.test(before)) ? null : engine;
}
