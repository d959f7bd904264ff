import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globMatcher } from '../../src/core/glob.ts';
import { baselineName } from '../../src/core/changes/baseline.ts';
import {
  configurationGlob,
  kindOf,
  mattersOnDisk,
  promptFileGlobs,
  watchedGlob,
  withEnding,
} from '../../src/editor/languages.ts';
import { configurationNames } from '../../src/host/configuration/find.ts';

test('a document is a source by its language, and a prompt by its name', () => {
  assert.equal(kindOf('/harbour/berths.ts', 'typescript'), 'source');
  assert.equal(kindOf('/harbour/AGENTS.md', 'markdown'), 'prompt');
  assert.equal(kindOf('/harbour/.cursorrules', 'plaintext'), 'prompt');
  assert.equal(kindOf('/harbour/tide.prompty', 'plaintext'), 'prompt');
  assert.equal(kindOf('/harbour/pilots/SKILL.md', 'skill'), 'prompt');
  assert.equal(kindOf('/harbour/logbook.ipynb', 'json'), 'prompt');
  assert.equal(kindOf('Untitled-1', 'instructions'), 'prompt');
});

test('a name that many files have leaves it to the text, and a page about the project is nothing', () => {
  assert.equal(kindOf('/harbour/ships.json', 'json'), 'perhaps');
  assert.equal(kindOf('/harbour/prompts/greeting.txt', 'plaintext'), 'perhaps');
  assert.equal(kindOf('/harbour/letter.j2', 'plaintext'), 'perhaps');
  assert.equal(kindOf('/harbour/README.md', 'markdown'), null);
  assert.equal(kindOf('/harbour/tides.md', 'markdown'), null);
  assert.equal(kindOf('/harbour/package.json', 'json'), null);
  assert.equal(kindOf('/harbour/quay.css', 'css'), null);
});

test('every glob that wakes the extension up is of files that it reads', () => {
  const files = [
    ...['AGENTS.md', 'CLAUDE.md', 'GEMINI.md', '.cursorrules', '.windsurfrules', '.clinerules'],
    ...['.github/copilot-instructions.md', 'pilots/SKILL.md', 'tide.prompty', 'rules/quay.mdc', 'berth.baml'],
    ...['berth.prompt.md', 'pilots/skprompt.txt', 'prompts/night/greeting.yaml', 'src/berthPrompt.txt'],
  ];
  const readBy = promptFileGlobs.map((glob) => files.filter(globMatcher([glob])));
  for (const [i, glob] of promptFileGlobs.entries())
    for (const file of readBy[i] ?? []) assert.notEqual(kindOf(file, 'plaintext'), null, `${glob}: ${file}`);
  assert.deepEqual(
    promptFileGlobs.filter((_, i) => readBy[i]?.length === 0),
    [],
    'globs without an example here',
  );
});

test('a document without a file is given the ending of its language, and one with a fitting name keeps it', () => {
  assert.equal(withEnding('Untitled-1', 'python'), 'Untitled-1.py');
  assert.equal(withEnding('Untitled-1', 'skill'), 'Untitled-1/SKILL.md');
  assert.equal(withEnding('.github/prompts/tide.prompt.md', 'prompt'), '.github/prompts/tide.prompt.md');
  assert.equal(withEnding('ships.json', 'json'), 'ships.json');
});

test('of data that a build writes nothing is heard, of prompts on disk everything', () => {
  assert.equal(mattersOnDisk('/harbour/out/ships.json'), false);
  assert.equal(mattersOnDisk('/harbour/prompts/ships.json'), true);
  assert.equal(mattersOnDisk('/harbour/berths.go'), true);
  assert.equal(mattersOnDisk('/harbour/CLAUDE.md'), true);
});

test('every file that can hold a configuration is watched, by a glob that the editor reads', () => {
  const [, names] = /^\*\*\/\{([^{}]*)\}$/.exec(configurationGlob) ?? [];
  assert.deepEqual(names?.split(',').toSorted(), [...configurationNames, baselineName].toSorted());
  assert.doesNotMatch(watchedGlob, /\{[^}]*\{/);
});
