import type { Argument, Entry, Expression } from '../../language.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { argumentsIn } from './arguments.ts';

const lists =
  /^(?:I?List|IEnumerable|IReadOnlyList|I?Collection|IReadOnlyCollection|Collection|Queue|HashSet|ChatHistory)\b/;

/**
 * `new T(…) { … }` and `new(…) { … }`: text, a list or an object where that is what it makes, else a call of the type.
 * An initialiser beside arguments counts as arguments by name.
 */
export function createdBy(node: SyntaxNode, source: string): Expression {
  const type = typeOfCreation(node);
  const name = type === null ? '' : textOf(type, source).slice(0, 120);
  const args = argumentsIn(node.children.find(({ kind }) => kind === 'argument_list') ?? null, source);
  const initialiser = node.children.find(({ kind }) => kind === 'initializer_expression');
  const start = args.find((arg) => arg.name === null && arg.value.kind !== 'integer_literal')?.value;
  if (/^(?:System\.Text\.)?StringBuilder$/.test(name))
    return start === undefined
      ? { kind: 'string', interpolated: false, parts: [] }
      : { kind: 'wrapped', inner: start };
  if (initialiser !== undefined && start === undefined) return { kind: 'wrapped', inner: initialiser };
  if (lists.test(name) && !name.startsWith('ChatHistory'))
    return start === undefined ? { kind: 'list', items: [] } : { kind: 'wrapped', inner: start };
  const named = initialiser === undefined ? [] : entriesOf(initialiser, source);
  const given = named.flatMap(({ key, value }): Argument[] =>
    key === null ? [] : [{ name: key, value, spread: false }],
  );
  return { kind: 'call', callee: type ?? newOf(node), args: [...args, ...given], constructs: true };
}

/** What stands between the braces of an initialiser: named parts, pairs, or items. */
export function initialised(node: SyntaxNode, source: string): Expression {
  const children = code(node.children);
  const first = children[0];
  const type = node.parent === null ? null : typeOfCreation(node.parent);
  const name = type === null ? '' : textOf(type, source).slice(0, 120);
  const record = first === undefined ? !lists.test(name) && name !== '' : isEntry(first);
  if (!record) return { kind: 'list', items: children };
  const args =
    node.parent === null ? undefined : node.parent.children.find(({ kind }) => kind === 'argument_list');
  const named = argumentsIn(args ?? null, source).map(({ name: key, value }): Entry => ({ key, value }));
  const entries = [...named.filter(({ key }) => key !== null), ...entriesOf(node, source)];
  return name === ''
    ? { kind: 'record', entries }
    : { kind: 'record', entries, type: name.replace(/<[^]*$/, '') };
}

function isEntry({ kind, children }: SyntaxNode): boolean {
  return kind === 'assignment_expression' || (kind === 'initializer_expression' && children.length === 2);
}

function entriesOf(initialiser: SyntaxNode, source: string): Entry[] {
  return code(initialiser.children).flatMap((child): Entry[] => {
    const [left = null, right = null] =
      child.kind === 'assignment_expression'
        ? [childOf(child, 'left'), childOf(child, 'right')]
        : code(child.children);
    if (left === null || right === null || !isEntry(child)) return [];
    return [{ key: keyOf(left, source), value: right }];
  });
}

/** `Role`, `["role"]` or, in a pair, `"role"`. */
function keyOf(node: SyntaxNode, source: string): string | null {
  if (node.kind === 'identifier') return textOf(node, source);
  const literal = node.kind === 'element_binding_expression' ? node.children[0]?.children[0] : node;
  return literal?.kind === 'string_literal' ? textOf(literal, source).slice(1, -1) : null;
}

/** `new { role = "user", content }`: names and values follow one another without a node around them. */
export function anonymousEntries(node: SyntaxNode, source: string): Entry[] {
  const children = code(node.children);
  const entries: Entry[] = [];
  for (let i = 0; i < children.length; i++) {
    const at = children[i];
    const next = children[i + 1];
    if (at === undefined) continue;
    if (next !== undefined && /^\s*=\s*$/.test(source.slice(at.end, next.start))) {
      entries.push({ key: textOf(at, source), value: next });
      i++;
    } else entries.push({ key: /\w*$/.exec(textOf(at, source))?.[0] ?? null, value: at });
  }
  return entries;
}

/** The type that is made: the one written, or for `new(…)` the one declared for what it is given to or stands in. */
function typeOfCreation(node: SyntaxNode): SyntaxNode | null {
  const written = childOf(node, 'type');
  if (node.kind === 'object_creation_expression') return written;
  if (node.kind !== 'implicit_object_creation_expression') return null;
  const holder = node.parent;
  if (holder?.kind === 'variable_declarator') return declaredType(holder);
  if (holder?.kind === 'property_declaration') return childOf(holder, 'type');
  const item = holder?.kind === 'argument' ? holder.parent : holder;
  if (item?.kind !== 'element_binding_expression' && item?.kind !== 'initializer_expression') return null;
  const list = item.parent?.kind === 'variable_declarator' ? declaredType(item.parent) : item.parent;
  return list === null
    ? null
    : elementType(list.kind.endsWith('creation_expression') ? typeOfCreation(list) : list);
}

function declaredType(declarator: SyntaxNode): SyntaxNode | null {
  const type = declarator.parent === null ? null : childOf(declarator.parent, 'type');
  return type?.kind === 'implicit_type' ? null : type;
}

/** `ChatMessage` of `List<ChatMessage>` and of `ChatMessage[]`. */
function elementType(type: SyntaxNode | null): SyntaxNode | null {
  if (type?.kind === 'array_type') return childOf(type, 'type');
  const args = type?.children.find(({ kind }) => kind === 'type_argument_list')?.children ?? [];
  return args.length === 1 ? (args[0] ?? null) : null;
}

/** The word `new`, which stands for the type that is not written. */
function newOf(node: SyntaxNode): SyntaxNode {
  return { kind: 'new', field: 'type', start: node.start, end: node.start + 3, parent: node, children: [] };
}

/** What `AppendLine(…)` appends: its argument and a line's end, for which there is no node. */
export function appendedLine(value: SyntaxNode): SyntaxNode {
  const { start, end } = value;
  return { kind: 'appended_line', field: null, start, end, parent: value.parent, children: [value] };
}

export function withLineBreak(node: SyntaxNode): Expression {
  const { end } = node;
  const line: SyntaxNode = {
    kind: 'line_break',
    field: null,
    start: end - 1,
    end,
    parent: node,
    children: [],
  };
  return { kind: 'concat', operands: [...node.children, line] };
}

/** It stands where the argument's last character does. */
export function lineBreak({ start, end }: SyntaxNode): Expression {
  const text = { text: '\n', map: [0, start], range: { start, end } };
  return { kind: 'string', interpolated: false, parts: [{ kind: 'text', text }] };
}
