import { isMap, isNode, isScalar, isSeq, parseAllDocuments, type Node, type Scalar } from 'yaml';
import { verbatim, type Decoded } from '../../decoded.ts';
import { lineStarts, LineIndex } from '../../../text.ts';
import { alignSpace } from './align.ts';
import type { Entries, Entry, Key } from './entries.ts';
import { decodeFlow } from './yamlFlow.ts';

/**
 * The texts of YAML, of all documents in it. Aliases are not followed: what they stand for is read where it stands, so
 * that no bomb of them goes off. Reads what it can of a broken text.
 * @param start where the YAML begins in `source`, such as behind the `---` of a front matter.
 */
export function yamlEntries(source: string, start = 0, end = source.length): Entries {
  const yaml = source.slice(start, end);
  const entries: Entry[] = [];
  if (tooDeep.test(yaml)) return { entries, problem: 'its YAML is nested too deeply' };
  try {
    const documents = parseAllDocuments(yaml, {
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    const list = Array.isArray(documents) ? documents : [];
    for (const document of list) walk(document.contents, { source, start, end }, entries);
    const error = list.flatMap(({ errors }) => errors)[0];
    if (error === undefined) return { entries, problem: null };
    const line = new LineIndex(lineStarts(source)).position(start + error.pos[0]).line + 1;
    return { entries, problem: `line ${line} is not YAML` };
  } catch (error) {
    // a parser that calls itself for each level has only so many
    if (!(error instanceof RangeError)) throw error;
    return { entries, problem: 'its YAML is nested too deeply' };
  }
}

/** Two hundred levels that are opened one in the other: a parser takes seconds for a text of nothing else. */
const tooDeep = /(?:[[{][^[\]{}]{0,40}){200}|(?:[-?] ){200}/;

interface Within {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Iterative, so that no nesting is too deep for it. */
function walk(root: unknown, within: Within, entries: Entry[]): void {
  const queue: { node: unknown; keys: readonly Key[] }[] = [{ node: root, keys: [] }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { node, keys } = next;
    if (!isNode(node) || keys.length > deepest) continue;
    if (isMap(node))
      for (const { key, value } of node.items.toReversed())
        queue.push({ node: value, keys: [...keys, keyOf(key)] });
    else if (isSeq(node))
      for (let i = node.items.length - 1; i >= 0; i--)
        queue.push({ node: node.items[i], keys: [...keys, i] });
    else {
      const text = textOf(node, within);
      if (text !== null) entries.push({ keys, text });
    }
  }
}

/** Nobody names a prompt further in; each level costs a copy of the keys. */
const deepest = 100;

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function textOf(node: Node, { source, start, end }: Within): Decoded | null {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null;
  const from = start + node.range[0];
  const to = Math.min(start + node.range[1], end);
  return decodeScalar(node as Scalar<string>, source, from, to);
}

/** Null where the source of a value cannot be found: a place that is not certain is not told. */
function decodeScalar(node: Scalar<string>, source: string, from: number, to: number): Decoded | null {
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    const header = source.indexOf('\n', from) + 1;
    return header === 0 || header > to ? null : alignSpace(node.value, source, header, to);
  }
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const [inner, last] = quoted ? [from + 1, source[to - 1] === source[from] ? to - 1 : to] : [from, to];
  if (source.slice(inner, last) === node.value) return verbatim(source, inner, last);
  const decoded = decodeFlow(source, inner, last, node.type === 'QUOTE_DOUBLE' ? 'double' : 'single');
  return decoded.text === node.value ? decoded : null;
}
