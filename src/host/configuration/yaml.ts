import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { ValuePath } from '../../core/shape.ts';
import { tooDeep, type Parsed } from './parsed.ts';

/** Enough for anchors that people write; an alias bomb needs thousands. */
const mostAliases = 100;

export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first?.code === 'RESOURCE_EXHAUSTION') return tooDeep;
  if (first !== undefined)
    return { kind: 'broken', line: lines.linePos(first.pos[0]).line, message: first.message };
  if (document.contents === null)
    return { kind: 'broken', line: 1, message: 'the file is empty: write {} at least' };
  try {
    return {
      kind: 'value',
      value: document.toJS({ maxAliasCount: mostAliases }),
      line: (path) => lineOf(document, path, lines),
    };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {
      kind: 'broken',
      line: 1,
      message: `it repeats itself by more than ${mostAliases} aliases: write them out`,
    };
  }
}

function lineOf(document: Document, path: ValuePath, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = keyAt(document, path.slice(0, length)) ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The key itself: its value may stand lines below it. */
function keyAt(document: Document, path: ValuePath): unknown {
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(around)) return undefined;
  return around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key;
}
