import type { SyntaxNode } from '../../syntax.ts';
import type { Range } from '../../../text.ts';

/** One token inside a macro. */
export interface Token extends Range {
  /** As written; of a bracketed group the opening bracket. */
  readonly text: string;
  /** The node of a literal or a name. */
  readonly leaf: SyntaxNode | null;
  /** The tokens between brackets. */
  readonly inside: readonly Token[] | null;
}

const signs = /[\p{L}\p{N}_]+|::|=>|->|\.\.=?|&&|\|\||==|[^\s]/gu;

/**
 * The tokens between the brackets of a token tree. The grammar names literals, names and groups; the signs between them
 * are read from the source.
 * @param depth how deep the group stands in others; where nobody nests any more, groups are empty.
 */
export function readTokens(tree: SyntaxNode, source: string, depth = 0): Token[] {
  const tokens: Token[] = [];
  let at = tree.start + 1;
  const between = (end: number): void => {
    for (const match of source.slice(at, Math.max(at, end)).matchAll(signs)) {
      const start = at + match.index;
      tokens.push({ text: match[0], start, end: start + match[0].length, leaf: null, inside: null });
    }
  };
  for (const child of tree.children) {
    between(child.start);
    at = child.end;
    if (/comment$/.test(child.kind)) continue;
    const { start, end } = child;
    if (child.kind !== 'token_tree')
      tokens.push({
        text: source.slice(start, Math.min(end, start + 40)),
        start,
        end,
        leaf: child,
        inside: null,
      });
    else
      tokens.push({
        text: source[start] ?? '',
        start,
        end,
        leaf: null,
        inside: depth < deepest ? readTokens(child, source, depth + 1) : [],
      });
  }
  between(tree.end - 1);
  return tokens;
}

const deepest = 60;
