import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Edit, Language as Grammar, Parser, type Tree } from 'web-tree-sitter';
import type { GrammarName } from '../../../src/core/host.ts';
import { copySyntax } from '../../../src/core/source/copySyntax.ts';
import { grammarTables } from '../../../src/core/source/grammarTables.ts';
import { languageOf, languages } from '../../../src/core/source/languages/index.ts';
import type { SyntaxCopy } from '../../../src/core/source/reuse.ts';
import { startRuntime, type RuntimeMemory } from '../../../src/core/source/runtime.ts';
import { grammarAddress } from '../../../src/core/source/subtree.ts';
import type { SyntaxNode } from '../../../src/core/source/syntax.ts';
import { memoryHost } from '../../hostile/memory.ts';
import { mutate, randomFrom } from '../../hostile/mutate.ts';

/** One node on a line, as deep as it stands: `field:kind[start,end)`. */
type Line = string;

const folders = ['building', 'calls', 'following', 'holes', 'literals'].map((name) =>
  join('test/core/prompts/languages', name),
);
const sources = [...folders, 'src/editor/commands'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => languageOf(name) !== null)
    .map((name) => join(folder, name)),
);
const broken = 12;
const edits = 8;

/** What the runtime itself answers, asked node by node: the copy reads its memory instead. */
function asked(tree: Tree): Line[] {
  const cursor = tree.walk();
  const lines: Line[] = [];
  const visit = (depth: number): void => {
    const { nodeType, nodeIsNamed, startIndex, endIndex } = cursor;
    if (depth > 0 && !nodeIsNamed) return;
    const field = depth === 0 ? '' : (cursor.currentFieldName ?? '');
    lines.push(`${' '.repeat(depth)}${field}:${nodeType}[${startIndex},${endIndex})`);
    if (!cursor.gotoFirstChild()) return;
    do visit(depth + 1);
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit(0);
  cursor.delete();
  return lines;
}

function shown(node: SyntaxNode, depth = 0): Line[] {
  const line = `${' '.repeat(depth)}${node.field ?? ''}:${node.kind}[${node.start},${node.end})`;
  for (const child of node.children) assert.equal(child.parent, node);
  return [line, ...node.children.flatMap((child) => shown(child, depth + 1))];
}

function inOrder(node: SyntaxNode): SyntaxNode[] {
  return [node, ...node.children.flatMap(inOrder)];
}

describe('the copy of a tree', () => {
  const host = memoryHost(new Map());
  const grammars = new Map<GrammarName, Grammar>();
  let memory: RuntimeMemory;

  before(async () => {
    memory = await startRuntime(host);
    for (const name of new Set(languages.flatMap((language) => language.grammars)))
      grammars.set(name, await Grammar.load(host.loadGrammar(name)));
  });

  const compare = (tree: Tree, grammar: Grammar, why: string, before?: SyntaxCopy): SyntaxCopy => {
    const address = tree.rootNode.id;
    const tables = grammarTables(grammar, memory.buffer, grammarAddress(memory.buffer, address));
    const reuse = before === undefined ? null : { before, keepsMeaning: () => true };
    const syntax = copySyntax(memory.buffer, address, tables, reuse);
    assert.deepEqual(shown(syntax.root), asked(tree), why);
    const nodes = inOrder(syntax.root);
    assert.equal(syntax.nodes.length, nodes.length, why);
    assert.ok(
      nodes.every((node, i) => node === syntax.nodes[i]),
      why,
    );
    return syntax;
  };

  const cases = sources.flatMap((path) => (languageOf(path)?.grammars ?? []).map((name) => ({ path, name })));
  for (const [index, { path, name }] of cases.entries())
    it(`is what the runtime answers of ${path} as ${name}, of broken copies of it and of edits`, () => {
      const grammar = grammars.get(name);
      assert.ok(grammar !== undefined);
      const parser = new Parser();
      parser.setLanguage(grammar);
      const text = readFileSync(path, 'utf8');
      const sound = parser.parse(text);
      assert.ok(sound !== null);
      compare(sound, grammar, path);
      for (let run = 0; run < broken; run++) {
        const seed = index * broken + run;
        const other = mutate(text, randomFrom(seed));
        const fresh = parser.parse(other);
        assert.ok(fresh !== null);
        compare(fresh, grammar, `seed ${seed}`);
        const edited = sound.copy();
        edited.edit(everythingFrom(text, other));
        const again = parser.parse(other, edited);
        assert.ok(again !== null);
        compare(again, grammar, `seed ${seed}, as an edit`);
        for (const tree of [fresh, edited, again]) tree.delete();
      }
      sound.delete();
      parser.delete();
    });

  for (const [index, { path, name }] of cases.entries())
    it(`uses nodes again while ${path} is edited as ${name}`, () => {
      const grammar = grammars.get(name);
      assert.ok(grammar !== undefined);
      const parser = new Parser();
      parser.setLanguage(grammar);
      const sound = readFileSync(path, 'utf8');
      let text = sound;
      let tree = parser.parse(text);
      assert.ok(tree !== null);
      let copy = compare(tree, grammar, path);
      for (let run = 0; run < edits; run++) {
        const random = randomFrom(index * edits + run);
        const other = random() < 0.2 ? sound : typed(text, random);
        tree.edit(theEditBetween(text, other));
        const after: Tree | null = parser.parse(other, tree);
        assert.ok(after !== null);
        tree.delete();
        copy = compare(after, grammar, `edit ${index * edits + run}`, copy);
        [tree, text] = [after, other];
      }
      tree.delete();
      parser.delete();
    });

  it('copies little of what an edit did not touch', () => {
    const grammar = grammars.get('python');
    assert.ok(grammar !== undefined);
    const parser = new Parser();
    parser.setLanguage(grammar);
    const berth = (n: number) =>
      `def berth_${n}(ship):\n    return f"Berth ${n} is kept for {ship} until the tide has turned."\n\n`;
    const rest = Array.from({ length: 40 }, (_, n) => berth(n)).join('');
    const before = parser.parse(`HARBOUR = "A quay"\n${rest}`);
    assert.ok(before !== null);
    const copy = compare(before, grammar, 'before');
    const known = new Set<SyntaxNode>(copy.nodes);
    before.edit(theEditBetween(`HARBOUR = "A quay"\n${rest}`, `HARBOUR = "A long quay"\n${rest}`));
    const after = parser.parse(`HARBOUR = "A long quay"\n${rest}`, before);
    assert.ok(after !== null);
    const { nodes } = compare(after, grammar, 'after', copy);
    const made = nodes.filter((node) => !known.has(node));
    // the parser itself reads some of the functions behind the edit anew
    assert.ok(made.length < nodes.length / 2, `${made.length} of ${nodes.length}`);
    for (const tree of [before, after]) tree.delete();
    parser.delete();
  });

  it('has the root alone of an empty file', () => {
    const grammar = grammars.get('python');
    assert.ok(grammar !== undefined);
    const parser = new Parser();
    parser.setLanguage(grammar);
    for (const text of ['', ' ', '\n\n', ')', '# rye']) {
      const tree = parser.parse(text);
      assert.ok(tree !== null);
      compare(tree, grammar, JSON.stringify(text));
      tree.delete();
    }
    parser.delete();
  });
});

/** The edit from where two texts begin to differ to their ends. */
function everythingFrom(before: string, after: string): Edit {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  return new Edit({
    startIndex: start,
    oldEndIndex: before.length,
    newEndIndex: after.length,
    startPosition: pointOf(before, start),
    oldEndPosition: pointOf(before, before.length),
    newEndPosition: pointOf(after, after.length),
  });
}

/** The text with a word more here, some characters less there, or broken. */
function typed(text: string, random: () => number): string {
  if (random() < 0.2) return mutate(text, random);
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + (random() < 0.7 ? 'rye ' : '') + text.slice(at + Math.floor(random() * 3));
}

function theEditBetween(before: string, after: string): Edit {
  const { startIndex: start, startPosition } = everythingFrom(before, after);
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointOf(before, oldEnd),
    newEndPosition: pointOf(after, newEnd),
  });
}

function pointOf(text: string, offset: number): { row: number; column: number } {
  const above = text.slice(0, offset).split('\n');
  return { row: above.length - 1, column: above.at(-1)?.length ?? 0 };
}
