import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesFile, namesFor, namesIn } from '../../../src/host/git/mentions.ts';

describe('the words by which files name a file', () => {
  const names: readonly [path: string, names: readonly string[]][] = [
    ['src/tides.ts', ['tides']],
    ['prompts/pilot.system.prompt.md', ['pilot']],
    ['src/quay/index.ts', ['quay']],
    ['packages/fog/src/index.ts', ['fog']],
    ['harbour/__init__.py', ['harbour']],
    ['app/models/price_list.rb', ['price_list', 'PriceList']],
    ['src/.hidden.py', ['hidden']],
    ['index.ts', []],
    ['quay\n\nberth.ts', []],
  ];
  for (const [path, expected] of names)
    it(`are ${expected.join(' and ') || 'none'} for ${JSON.stringify(path)}`, () => {
      assert.deepEqual(namesFor(path), expected);
    });

  const lines: readonly [line: string, name: string, isNamed: boolean][] = [
    [`import { TIDE } from './tides';`, 'tides', true],
    [`} from '@/prompts/tides.js'`, 'tides', true],
    ['from harbour.tides import TIDE', 'tides', true],
    ['text = open("prompts/tides.txt").read()', 'tides', true],
    ['require_relative "tides"', 'tides', true],
    ['mod tides;', 'tides', true],
    ['var all = PriceList.all();', 'PriceList', true],
    ['const tides = 3;', 'tides', false],
    ['// the tides of the day', 'tides', false],
  ];
  for (const [line, name, isNamed] of lines)
    it(`are ${isNamed ? '' : 'not '}in: ${line}`, () => {
      assert.equal(namesFile(line, name), isNamed);
      assert.deepEqual([...namesIn(line, new Set([name]))], isNamed ? [name] : []);
    });
});
