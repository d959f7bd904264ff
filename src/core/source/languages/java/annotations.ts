import type { Expression, StringPart } from '../../language.ts';
import type { SyntaxNode } from '../../syntax.ts';

/**
 * `{"…", "…"}` in an annotation: the lines of one text, as every annotation that takes a text in parts reads it
 * (langchain4j's `delimiter` and picocli's descriptions end lines with `\n`).
 */
export function linesOfText(
  node: SyntaxNode,
  source: string,
  read: (node: SyntaxNode, source: string) => Expression,
): Expression {
  const items = node.children.filter(({ kind }) => kind !== 'line_comment' && kind !== 'block_comment');
  const lines = items.map((item) => partsOf(item, source, read));
  if (!lines.flat().some(({ kind }) => kind === 'text')) return { kind: 'list', items };
  const parts = lines.flatMap((line, i) =>
    i === 0 ? line : [lineEnd(items[i - 1]?.end ?? node.start), ...line],
  );
  return { kind: 'string', interpolated: false, parts };
}

function partsOf(
  node: SyntaxNode,
  source: string,
  read: (node: SyntaxNode, source: string) => Expression,
): readonly StringPart[] {
  const written = read(node, source);
  if (written.kind === 'string') return written.parts;
  const operands = written.kind === 'concat' ? written.operands : [node];
  return operands.flatMap((operand): readonly StringPart[] => {
    const text = read(operand, source);
    if (text.kind === 'string') return text.parts;
    return [{ kind: 'hole', node: operand, range: { start: operand.start, end: operand.end } }];
  });
}

/** It stands where the last character of the line before does. */
function lineEnd(after: number): StringPart {
  const range = { start: after - 1, end: after };
  return { kind: 'text', text: { text: '\n', map: [0, range.start], range } };
}
