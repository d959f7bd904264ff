import { slice, sourceOffset, type Decoded } from '../../decoded.ts';
import type { StringPart } from '../../language.ts';
import type { SyntaxNode } from '../../syntax.ts';

/** The values of a `format!`, in order and by name. */
export interface Values {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
}

const placeholder = /\{\{|\}\}|\{\s*([\p{L}_][\p{L}\p{N}_]*|\d*)\s*(?::[^{}]*)?\}/gu;

/**
 * The parts of a format string (std::fmt): `{}` takes the next value, `{0}` that of its number, `{name}` the one of its
 * name, or the variable that is called so where the macro stands.
 */
export function formatParts(template: Decoded, values: Values, macro: SyntaxNode): StringPart[] {
  const parts: StringPart[] = [];
  let from = 0;
  let next = 0;
  const text = (start: number, end: number): void => {
    if (end > start) parts.push({ kind: 'text', text: slice(template, start, end) });
  };
  for (const match of template.text.matchAll(placeholder)) {
    const end = match.index + match[0].length;
    const escaped = match[0] === '{{' || match[0] === '}}';
    // of a doubled brace the first half stays
    text(from, match.index + (escaped ? 1 : 0));
    from = end;
    if (escaped) continue;
    const range = { start: sourceOffset(template, match.index), end: sourceOffset(template, end - 1) + 1 };
    const name = match[1] ?? '';
    const value = /^\d*$/.test(name)
      ? values.positional[name === '' ? next++ : Number(name)]
      : (values.named.get(name) ??
        captured(name, sourceOffset(template, match.index + match[0].indexOf(name)), macro));
    parts.push({ kind: 'hole', node: value ?? unknown(range, macro), range });
  }
  text(from, template.text.length);
  return parts;
}

function captured(name: string, start: number, parent: SyntaxNode): SyntaxNode {
  return { kind: 'identifier', field: null, parent, children: [], start, end: start + name.length };
}

function unknown(range: { start: number; end: number }, parent: SyntaxNode): SyntaxNode {
  return { kind: 'missing_value', field: null, parent, children: [], ...range };
}
