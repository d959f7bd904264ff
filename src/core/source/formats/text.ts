import { verbatim } from '../decoded.ts';
import { contents, type Format } from './format.ts';
import { readDocument, trimmed } from './reading/frontMatter.ts';
import { valueAt } from './reading/entries.ts';

/** Pages about a project that stand in any folder. */
const page =
  /^(?:readme|changelog|changes|history|contributing|license|licence|copying|notice|authors|code_of_conduct|security|support|todo|requirements[\w-]*|makefile|dockerfile|procfile|jenkinsfile|gemfile|robots|humans|index)\b/i;

/** Plain text and Markdown. Whether it is a prompt, its folder or name and its text have to say. */
export const text: Format = {
  id: 'text',
  language: (path) => (/\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plaintext'),
  known: false,
  onlyAmongPrompts: true,
  matches(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !name.startsWith('.') && !page.test(name) && /(?:^[^.]+|\.(?:txt|md|markdown))$/i.test(name);
  },
  read({ text: source }) {
    const { entries, body } = readDocument(source);
    const { start, end } = trimmed(source, body);
    return contents(
      [{ text: verbatim(source, start, end), names: [], role: null, engine: 'guess', certain: false }],
      { model: valueAt(entries, 'model') },
    );
  },
};
