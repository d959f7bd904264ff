// The least that a scan can do: read every file of a folder, and parse those that may hold prompts. floor.mjs FOLDER DIST
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { mayHoldPrompts } from '../../src/core/prompts/detect.ts';

const [folder = '.', dist = 'dist'] = process.argv.slice(2);
const grammar = (name: string) => readFileSync(join(dist, 'grammars', `${name}.wasm`));

await Parser.init({ wasmBinary: grammar('runtime') });
const languages = {
  ts: await Language.load(grammar('typescript')),
  py: await Language.load(grammar('python')),
};
const parser = new Parser();
let files = 0;
let nodes = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (extension !== 'ts' && extension !== 'py') continue;
  const text = readFileSync(join(folder, path), 'utf8');
  files++;
  if (!mayHoldPrompts(path, text)) continue;
  parser.setLanguage(languages[extension]);
  const tree = parser.parse(text, null);
  nodes += tree?.rootNode.descendantCount ?? 0;
  tree?.delete();
}
process.stdout.write(JSON.stringify({ files, nodes }));
if (nodes === 0) throw new Error(`nothing was parsed in ${folder}`);
