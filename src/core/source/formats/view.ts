import { verbatim } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';
import { contents, type Format } from './format.ts';

interface Kind {
  readonly pattern: RegExp;
  readonly engine: EngineName;
  readonly language: string;
}

/** Spring AI's templates (`.st`) are those of StringTemplate with braces. */
const kinds: readonly Kind[] = [
  { pattern: /\.(?:tmpl|gotmpl|gotpl)$/, engine: 'go', language: 'gotmpl' },
  { pattern: /\.erb$/, engine: 'erb', language: 'erb' },
  { pattern: /\.blade\.php$/, engine: 'blade', language: 'blade' },
  { pattern: /\.(?:tera|njk|twig)$/, engine: 'jinja', language: 'jinja' },
  { pattern: /\.st$/, engine: 'braces', language: 'plaintext' },
  { pattern: /\.tpl$/, engine: 'guess', language: 'plaintext' },
];

/** Templates whose endings mostly mean pages and configurations. */
export const view: Format = {
  id: 'view',
  language: (path) => kindOf(path)?.language ?? 'plaintext',
  known: false,
  onlyAmongPrompts: true,
  matches: (path) => kindOf(path) !== undefined && !/\.(?:html?|css|js|go|sh|sql)\.\w+$/i.test(path),
  read: ({ path, text }) =>
    contents([
      {
        text: verbatim(text, 0, text.length),
        names: [],
        role: null,
        engine: kindOf(path)?.engine ?? 'guess',
        certain: false,
      },
    ]),
};

function kindOf(path: string): Kind | undefined {
  return kinds.find(({ pattern }) => pattern.test(path));
}
