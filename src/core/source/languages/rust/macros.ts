import { replaceTokens, type Draft, type Syntax, type SyntaxNode } from '../../syntax.ts';
import { readTokens, type Token } from './tokens.ts';

/** Macros whose arguments are expressions of texts, lists and messages. */
const known =
  /^(?:format|format_args|formatdoc|indoc|concat|vec|json|write|writeln|hash_?map|prompt_args|message_formatter|fmt_message|fmt_template|template_fstring|template_jinja2)$/;

/**
 * The grammar leaves what stands inside a macro as tokens. For the macros that build texts and messages, and for
 * attributes, the expressions in there are read here and take the tokens' place.
 */
export function withMacroArguments(syntax: Syntax, source: string): Syntax {
  return replaceTokens(syntax, (node) => {
    if (node.kind !== 'token_tree') return null;
    const owner = node.parent;
    if (owner?.kind === 'attribute') return items(readTokens(node, source));
    const macro = owner?.kind === 'macro_invocation' ? owner.children[0] : undefined;
    if (macro === undefined || !known.test(lastName(source.slice(macro.start, macro.end)))) return null;
    return items(readTokens(node, source));
  });
}

export function lastName(path: string): string {
  return path.slice(path.lastIndexOf(':') + 1);
}

/** What stands between commas: `value`, `name = value`, `key: value`, `key => value`. What is none of these stays tokens. */
function items(tokens: readonly Token[]): Draft[] {
  const groups: Token[][] = [[]];
  for (const token of tokens)
    if (token.text === ',') groups.push([]);
    else groups.at(-1)?.push(token);
  return groups.flatMap((group) => (group.length === 0 ? [] : [item(group)]));
}

function item(group: readonly Token[]): Draft {
  const [first, sign, ...rest] = group;
  const key = first === undefined || rest.length === 0 ? null : first.leaf;
  if (key !== null && key !== undefined && sign?.text === '=')
    return draft('macro_named', [field(leafOf(key), 'name'), field(whole(rest), 'value')]);
  if (key !== null && key !== undefined && (sign?.text === ':' || sign?.text === '=>'))
    return draft('macro_entry', [field(leafOf(key), 'key'), field(whole(rest), 'value')]);
  return whole(group);
}

/** An expression that takes up all of the tokens, or the tokens. */
function whole(tokens: readonly Token[]): Draft {
  const reader = { tokens, at: 0 };
  const found = sum(reader);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (found !== null && reader.at === tokens.length) return found;
  return { kind: 'macro_tokens', field: null, start: first?.start ?? 0, end: last?.end ?? 0, children: [] };
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function sum(reader: Reader): Draft | null {
  let left = operand(reader);
  while (left !== null && reader.tokens[reader.at]?.text === '+') {
    reader.at++;
    const right = operand(reader);
    if (right === null) return null;
    left = draft('binary_expression', [field(left, 'left'), field(right, 'right')]);
  }
  return left;
}

function operand(reader: Reader): Draft | null {
  const sign = reader.tokens[reader.at];
  if (sign?.text === '&' || sign?.text === '*') {
    reader.at++;
    if (reader.tokens[reader.at]?.text === 'mut') reader.at++;
    const value = operand(reader);
    return value === null
      ? null
      : { ...draft('reference_expression', [field(value, 'value')]), start: sign.start };
  }
  let value = primary(reader);
  for (let next = value; next !== null;) {
    value = next;
    next = postfix(reader, value);
  }
  return value;
}

function primary(reader: Reader): Draft | null {
  const token = reader.tokens[reader.at];
  if (token === undefined) return null;
  reader.at++;
  if (token.leaf !== null) return leafOf(token.leaf);
  if (token.inside === null) return null;
  const children = items(token.inside);
  const kind = { '(': 'tuple_expression', '[': 'array_expression', '{': 'macro_object' }[token.text];
  if (kind === undefined) return null;
  const single = token.text === '(' && children.length === 1 && token.inside.at(-1)?.text !== ',';
  return {
    ...draft(single ? 'parenthesized_expression' : kind, children),
    start: token.start,
    end: token.end,
  };
}

/** What is done to a value: a member, a call, `?`; null where there is nothing more. */
function postfix(reader: Reader, value: Draft): Draft | null {
  const token = reader.tokens[reader.at];
  const next = reader.tokens[reader.at + 1];
  if (token === undefined) return null;
  if (token.text === '?') return step(reader, 1, draft('try_expression', [value], token.end));
  if (token.text === '.' && isName(next))
    return step(
      reader,
      2,
      draft('field_expression', [
        field(value, 'value'),
        field({ ...nameOf(next), kind: 'field_identifier' }, 'field'),
      ]),
    );
  if (token.text === '.' && next?.text === 'await')
    return step(reader, 2, draft('await_expression', [value], next.end));
  if (token.text === '::' && isName(next))
    return step(reader, 2, draft('scoped_identifier', [field(value, 'path'), field(nameOf(next), 'name')]));
  if (token.text === '::' && next?.text === '<') return turbofish(reader, value);
  if (token.text === '!' && next !== undefined && next.inside !== null) {
    const tree = { ...draft('token_tree', items(next.inside)), start: next.start, end: next.end };
    return step(reader, 2, draft('macro_invocation', [field(value, 'macro'), tree]));
  }
  if (token.inside === null) return null;
  const children = items(token.inside);
  const inside = { start: token.start, end: token.end, children };
  if (token.text === '(')
    return step(
      reader,
      1,
      draft('call_expression', [
        field(value, 'function'),
        { kind: 'arguments', field: 'arguments', ...inside },
      ]),
    );
  if (token.text !== '{' || !/identifier$/.test(value.kind)) return null;
  const body = {
    kind: 'field_initializer_list',
    field: 'body',
    ...inside,
    children: children.map(initializer),
  };
  return step(reader, 1, draft('struct_expression', [field(value, 'name'), body]));
}

/** `::<…>` says nothing of the value. */
function turbofish(reader: Reader, value: Draft): Draft | null {
  let depth = 0;
  for (let at = reader.at + 1; at < reader.tokens.length; at++) {
    const text = reader.tokens[at]?.text;
    if (text === '<') depth++;
    if (text === '>') depth--;
    if (depth > 0) continue;
    return step(reader, at + 1 - reader.at, { ...value });
  }
  return null;
}

function initializer(child: Draft): Draft {
  const [key, value] = child.children;
  if (child.kind === 'macro_entry' && key !== undefined && value !== undefined)
    return { ...child, kind: 'field_initializer', children: [field(key, 'field'), value] };
  return child.kind === 'identifier'
    ? draft('shorthand_field_initializer', [child])
    : draft('base_field_initializer', [child]);
}

function step(reader: Reader, by: number, value: Draft): Draft {
  reader.at += by;
  return value;
}

/** A name, or a word that is a keyword elsewhere (`default`). */
function isName(token: Token | undefined): token is Token {
  return (
    token !== undefined && token.inside === null && /^[\p{L}_]/u.test(token.text) && token.text !== 'await'
  );
}

function nameOf({ start, end }: Token): Draft {
  return { kind: 'identifier', field: null, start, end, children: [] };
}

function leafOf({ kind, start, end }: SyntaxNode): Draft {
  return { kind, field: null, start, end, children: [] };
}

function field(node: Draft, name: string): Draft {
  return { ...node, field: name };
}

function draft(kind: string, children: readonly Draft[], end = children.at(-1)?.end ?? 0): Draft {
  return { kind, field: null, start: children[0]?.start ?? end, end, children };
}
