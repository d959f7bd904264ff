import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { otherBranches } from '../../src/core/rules/branches.ts';

function apart(source: string): string[] {
  return otherBranches(source, source.indexOf('now')).map(({ start, end }) => source.slice(start, end));
}

describe('the branches of a template that are not sent with a value', () => {
  it('are those of the same choice', () => {
    assert.deepEqual(
      apart('{% if a %}It is {{ now }}.{% elif b %}Wait.{% else %}Sail.{% endif %} Be short.'),
      ['{% elif b %}Wait.', '{% else %}Sail.'],
    );
    assert.deepEqual(apart('{{#if a}}It is {{ now }}.{{else}}Sail.{{/if}} Be short.'), ['{{else}}Sail.']);
  });

  it('are those of every choice around it, and no others', () => {
    const source =
      '{% if z %}Z{% else %}Y{% endif %}{% if a %}{% if b %}{{ now }}{% else %}B{% endif %}{% else %}A{% endif %}';
    assert.deepEqual(apart(source), ['{% else %}B', '{% else %}A']);
  });

  it('are none where the choice has no end, or there is no choice', () => {
    assert.deepEqual(apart('{% if a %}{{ now }}{% else %}Sail.'), []);
    assert.deepEqual(apart('It is {{ now }}. {% endif %}'), []);
  });
});
