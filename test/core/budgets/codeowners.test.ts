import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOwners } from '../../../src/core/budgets/codeowners.ts';
import { ownersFrom } from '../../../src/core/budgets/owners.ts';

const file = `
# the harbour
*            @harbour/office
*.py         @harbour/tides tides@harbour.example # who counts them
/docs/*      @harbour/pilots
src/crew/    @harbour/galley
quay         @harbour/quay
src/crew/guests/
[Section]
^[Optional] @somebody
with\\ space/ @harbour/space
`;

describe('CODEOWNERS', () => {
  const cases: readonly [path: string, owners: readonly string[]][] = [
    ['src/pilot.ts', ['@harbour/office']],
    ['src/deep/tide.py', ['@harbour/tides', 'tides@harbour.example']],
    ['docs/lights.md', ['@harbour/pilots']],
    ['docs/old/lights.md', ['@harbour/office']],
    ['src/crew/cook.ts', ['@harbour/galley']],
    ['src/crew/guests/list.ts', []],
    ['west/quay/crane.ts', ['@harbour/quay']],
    ['with space/a.ts', ['@harbour/space']],
  ];
  for (const [path, owners] of cases)
    it(`says who owns ${path}`, () => {
      assert.deepEqual(codeOwners(file)(path), owners);
    });

  it('is asked where the configuration says nothing', () => {
    const ownersOf = ownersFrom({ 'src/**': 'bridge' }, file);
    assert.deepEqual(
      [ownersOf('src/crew/cook.ts'), ownersOf('docs/lights.md')],
      [['bridge'], ['@harbour/pilots']],
    );
  });
});
