import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FileMemory } from '../../../src/core/prompts/memory.ts';
import type { SyntaxNode } from '../../../src/core/source/syntax.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { Workspace, type Unit } from '../../../src/core/source/workspace.ts';
import { memoryHost } from '../../hostile/memory.ts';

const bakery = `import { bake } from './oven';

const CRUST = 'thin';

const RYE = \`A loaf with a \${CRUST} crust.\`;

function order(loaf: string) {
  return ask(RYE + loaf);
}

function ask(text: string) {
  return bake(text);
}

// what the baker is told
class Shelf {
  loaves = ['spelt'];
}
`;

/** A file that is edited, and at which of its statements something had to be looked at anew after each edit. */
async function edited(text: string) {
  const files = new Map([['bakery.ts', text]]);
  const host = memoryHost(files);
  const parser = new SyntaxParser(host);
  await parser.load(['typescript']);
  const workspace = new Workspace(host, parser);
  workspace.changed('bakery.ts');
  const read = (): Unit => {
    const reading = workspace.read('bakery.ts');
    if (reading.kind !== 'unit') throw new Error(`bakery.ts is ${reading.kind}`);
    return reading.unit;
  };
  const unit = read();
  const memory = new FileMemory(unit, workspace);
  const lookedAt = (): string[] => {
    const looked: string[] = [];
    const statements = unit.root.children.filter(({ kind }) => kind !== 'comment');
    const begins = (node: SyntaxNode): string =>
      unit.text
        .slice(node.start, node.end)
        .split(/[^\w ]/)[0]
        ?.trim() ?? '';
    const found = memory.flatMap(
      'statements',
      statements,
      (node) => node,
      (node) => {
        looked.push(begins(node));
        return [node];
      },
    );
    assert.deepEqual(found.map(begins), statements.map(begins));
    return looked;
  };
  lookedAt();
  return {
    unit,
    memory,
    replace(from: string, to: string): string[] {
      const before = files.get('bakery.ts') ?? '';
      assert.ok(before.includes(from), `no ${from} to replace`);
      files.set('bakery.ts', before.replace(from, to));
      workspace.changed('bakery.ts');
      assert.equal(read(), unit, 'a file that is edited stays the same unit');
      memory.update();
      return lookedAt();
    },
  };
}

describe('what is remembered of a file that is edited', () => {
  it('is all but the statement that was edited', async () => {
    const { replace } = await edited(bakery);
    assert.deepEqual(replace("'spelt'", "'spelt', 'rye'"), ['class Shelf']);
    assert.deepEqual(replace('loaf: string', 'loaf: string, day: string'), ['function order']);
  });

  it('is not what uses a name that was edited, nor what uses that in turn', async () => {
    const { replace } = await edited(bakery);
    assert.deepEqual(replace("'thin'", "'thick'"), ['const CRUST', 'const RYE', 'function order']);
    assert.deepEqual(replace('bake(text)', 'bake(text, 1)'), ['function order', 'function ask']);
  });

  it('is not what uses a name that is declared now, or no longer', async () => {
    const { replace } = await edited(bakery);
    assert.deepEqual(replace('function ask', 'function asks'), ['function order', 'function asks']);
    assert.deepEqual(replace('function asks', 'function ask'), ['function order', 'function ask']);
  });

  it('is not a statement whose comment was edited', async () => {
    const { replace } = await edited(bakery);
    // where a statement ends is told by what comes next, so that the one before is parsed anew
    assert.deepEqual(replace('is told', 'is asked'), ['function order', 'function ask', 'class Shelf']);
  });

  it('is nothing once an import has changed, or something that declares nothing', async () => {
    const { replace } = await edited(`${bakery}\nopen('the door');\n`);
    assert.equal(replace('{ bake }', '{ bake, cool }').length, 7);
    assert.deepEqual(replace("'spelt'", "'rye'"), ['class Shelf', 'open']);
    assert.equal(replace('the door', 'the window').length, 7);
  });

  it('moves what has offsets, as far as it stands behind the edit', async () => {
    const { unit, memory, replace } = await edited(bakery);
    const starts = (): number[] => {
      const statements = unit.root.children.filter(({ kind }) => kind !== 'comment');
      return statements.map((node) =>
        memory.about(
          'a start',
          { unit, node },
          () => node.start,
          (start, shift) => shift(start),
        ),
      );
    };
    const before = starts();
    assert.deepEqual(replace('string) {\n  return ask', 'string) {\n\n  return ask'), ['function order']);
    assert.deepEqual(
      starts(),
      before.map((start, i) => (i < 4 ? start : start + 1)),
    );
  });
});
