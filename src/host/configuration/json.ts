import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { ValuePath } from '../../core/shape.ts';
import { lineAt, type Parsed } from './parsed.ts';

/** With comments and trailing commas, under both names: whoever writes one into a `.json` means it. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (text.trim() === '') return { kind: 'broken', line: 1, message: 'the file is empty: write {} at least' };
  const broken = brokenAt(errors, text);
  if (broken !== null) return broken;
  return root === undefined
    ? { kind: 'broken', line: 1, message: 'the file holds no value: write {} at least' }
    : valueOf(root, text);
}

/** The key `promptmeter` of a package.json. What else is wrong with that file is not ours to say. */
export function parsePackageJson(text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const section = root === undefined ? undefined : findNodeAtLocation(root, ['promptmeter']);
  if (section === undefined) return { kind: 'none' };
  return brokenAt(errors, text) ?? valueOf(section, text);
}

function brokenAt([first]: readonly ParseError[], text: string): Parsed | null {
  if (first === undefined) return null;
  return {
    kind: 'broken',
    line: lineAt(text, first.offset),
    message: sentence(printParseErrorCode(first.error)),
  };
}

function valueOf(root: Node, text: string): Parsed {
  const twice = repeatedKey(root);
  if (twice !== null) {
    const message = `the key "${String(twice.value)}" stands here twice: keep one`;
    return { kind: 'broken', line: lineAt(text, twice.offset), message };
  }
  return { kind: 'value', value: plain(root), line: (path) => lineAt(text, nearestNode(root, path).offset) };
}

function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  // Defined, not assigned: assigning "__proto__" would change what the object is.
  const object = {};
  for (const { key, value } of pairs(node))
    Object.defineProperty(object, String(key.value), { value: plain(value), enumerable: true });
  return object;
}

function pairs(node: Node): { key: Node; value: Node }[] {
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, value }] : [],
  );
}

function repeatedKey(node: Node): Node | null {
  if (node.type === 'object') {
    const seen = new Set<unknown>();
    for (const { key } of pairs(node)) {
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
  }
  for (const child of node.children ?? []) {
    const found = repeatedKey(child);
    if (found !== null) return found;
  }
  return null;
}

/** The node of a property where the path names one, so that the line is that of its key. */
function nearestNode(root: Node, path: ValuePath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, [...path.slice(0, length)]);
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return root;
}

/** `CommaExpected` → `this is no valid JSON (comma expected)`. */
function sentence(code: string): string {
  return `this is no valid JSON (${code.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()})`;
}
