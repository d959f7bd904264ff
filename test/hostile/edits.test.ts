import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { makeLongFile } from '../bench/repository.ts';
import { memoryHost } from './memory.ts';
import { mutate, randomFrom } from './mutate.ts';
import { TypedTrees } from './typedTrees.ts';

const seed = Number(process.env.EDITS_SEED ?? 2026);
const folders = ['following', 'calls', 'building'].map((name) => `test/core/prompts/languages/${name}`);
const cases: readonly (readonly [language: string, files: readonly string[], edits: number])[] = [
  ['ts', ['bakery.ts', 'texts.ts'], 60],
  ['py', ['bakery.py', 'texts.py'], 60],
  ...['go', 'java', 'cs', 'php', 'rb', 'rs'].map(
    (extension) =>
      [extension, [`bakery.${extension}`, `texts.${extension}`, `Texts.${extension}`], 20] as const,
  ),
];

/** What somebody types, what breaks the file in the middle of typing, and what gives names another meaning. */
function edited(text: string, random: () => number): string {
  const kind = random();
  if (kind < 0.2) return mutate(text, random);
  if (kind < 0.35) return withOtherLines(text, random);
  if (kind < 0.6) return withOtherWord(text, random);
  const at = Math.floor(random() * text.length);
  const typed = ['x', ' ', '\n', '"', '`', '(', '}', 'You bake rye. ', '# ', '/* ', '= f"', '${oven}'];
  const word = typed[Math.floor(random() * typed.length)] ?? '';
  return text.slice(0, at) + word + text.slice(at + Math.floor(random() * 4));
}

/** A line that is gone, stands twice, or stands behind another one: an import, the end of a function. */
function withOtherLines(text: string, random: () => number): string {
  const lines = text.split('\n');
  const [from, to] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
  const taken = random() < 0.6 ? lines.splice(from, 1) : lines.slice(from, from + 1);
  if (random() < 0.7) lines.splice(to, 0, ...taken);
  return lines.join('\n');
}

/** A name that is another one of the same text, or a new one: here it is declared, there it is used. */
function withOtherWord(text: string, random: () => number): string {
  const words = [...text.matchAll(/[A-Za-z_]\w+/g)];
  const [one, other] = [
    words[Math.floor(random() * words.length)],
    words[Math.floor(random() * words.length)],
  ];
  if (one === undefined || other === undefined) return `${text}rye`;
  const word = random() < 0.6 ? other[0] : `${one[0]}rye`;
  return text.slice(0, one.index) + word + text.slice(one.index + one[0].length);
}

/** Edits files one after the other, and compares after each edit with an engine that never saw the text before. */
async function compareWithFresh(sound: ReadonlyMap<string, string>, edits: number): Promise<void> {
  const files = new Map(sound);
  const paths = [...files.keys()];
  const analyzer = new Analyzer(memoryHost(files), defaultConfig);
  await analyzer.analyze(paths);
  const trees = new TypedTrees();
  let compared = 0;
  for (let edit = 0; edit < edits; edit++) {
    const random = randomFrom(seed + edit);
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    // broken over and over, a file would soon hold nothing that is a prompt
    const before = random() < 0.15 ? sound.get(path) : files.get(path);
    const text = edited(before ?? '', random);
    files.set(path, text);
    analyzer.changed(path);
    const report = await analyzer.analyze(paths);
    await trees.type(path, text);
    if (!trees.areTheSame) continue;
    compared++;
    const fresh = await new Analyzer(memoryHost(files), defaultConfig).analyze(paths);
    assert.deepEqual(report, fresh, `edit ${edit} of ${path}: replay with EDITS_SEED=${seed}`);
  }
  assert.ok(compared > edits / 2, `only ${compared} of ${edits} edits could be compared`);
}

describe('a file that is edited', () => {
  for (const [language, names, edits] of cases)
    it(`reads as if it were read for the first time: ${language}`, async () => {
      const files = folders.flatMap((folder) =>
        names.flatMap((name) => {
          const path = `${basename(folder)}/${name}`;
          const text = textOf(`${folder}/${name}`);
          return text === null ? [] : [[path, text] as const];
        }),
      );
      await compareWithFresh(new Map(files), edits);
    });

  for (const extension of ['ts', 'py'] as const)
    it(`reads so when it is long: ${extension}`, async () => {
      await compareWithFresh(new Map([[`bakery.${extension}`, makeLongFile(600, extension)]]), 25);
    });

  it('reads so in an application', async () => {
    const paths = globSync('examples/**/*.{ts,tsx,js,py}');
    assert.ok(paths.length > 5);
    await compareWithFresh(new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])), 60);
  });
});

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
