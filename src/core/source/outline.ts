import type { Declaration, Language, ScopeKind } from './language.ts';
import { isAssignment, propertyGiven } from './properties.ts';
import type { Syntax, SyntaxNode } from './syntax.ts';

/** A stretch of code in which names live. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly node: SyntaxNode;
  readonly parent: Scope | null;
  /** What it is called, for a class or function that has a name. */
  readonly name: string | null;
  /** Every declaration and assignment of a name, in the order of the text. */
  readonly names: ReadonlyMap<string, readonly Declaration[]>;
}

/** The names of a file and the nodes worth looking at, found in one pass over its tree. */
export interface Outline {
  readonly module: Scope;
  /** See `Language.membersByName`. */
  readonly membersByName: boolean;
  /** See `Language.membersNeedObject`. */
  readonly membersNeedObject: boolean;
  /** The scope that a node stands in (for a node that opens one: the scope around it). */
  scopeOf(node: SyntaxNode): Scope;
  /** The scope that a node opens. */
  scopeAt(node: SyntaxNode): Scope | null;
  readonly declarations: readonly Declaration[];
  /** What the module gives to others, where it says so by assignments (`exports.name = …`); `export=` is all of it. */
  readonly exports: ReadonlyMap<string, readonly Declaration[]>;
  readonly calls: readonly SyntaxNode[];
  readonly records: readonly SyntaxNode[];
  readonly comments: readonly SyntaxNode[];
  /** What each function can return, and under the root what the file itself does. */
  readonly returns: ReadonlyMap<SyntaxNode, readonly SyntaxNode[]>;
}

interface OpenScope extends Scope {
  readonly names: Map<string, Declaration[]>;
}

export function outline(syntax: Syntax, source: string, language: Language): Outline {
  const scopes = new Map<SyntaxNode, OpenScope>();
  const module = openScope('module', syntax.root, null, null);
  scopes.set(syntax.root, module);
  const found = {
    declarations: [] as Declaration[],
    calls: [] as SyntaxNode[],
    records: [] as SyntaxNode[],
    comments: [] as SyntaxNode[],
  };
  const returns = new Map<SyntaxNode, SyntaxNode[]>();
  const assignments: [OpenScope, Declaration][] = [];
  const elsewhere: [string, Declaration][] = [];
  const exports = new Map<string, Declaration[]>();

  // whoever asks goes from one node to the next, and siblings stand in the same scope
  let asked: SyntaxNode | null = null;
  let answer = module;
  const scopeOf = (node: SyntaxNode): OpenScope => {
    if (node.parent === asked) return answer;
    asked = node.parent;
    answer = module;
    for (let up = asked; up !== null; up = up.parent) {
      const scope = scopes.get(up);
      if (scope === undefined) continue;
      answer = scope;
      break;
    }
    return answer;
  };

  const rolesOfKinds = new Map<string, KindRoles>();
  for (const node of syntax.nodes) {
    let roles = rolesOfKinds.get(node.kind);
    if (roles === undefined) {
      roles = rolesOf(node.kind, language);
      rolesOfKinds.set(node.kind, roles);
    }
    if (roles.scope !== null && node !== syntax.root)
      scopes.set(node, openScope(roles.scope, node, scopeOf(node), language.scopeName(node, source)));
    if (roles.among !== null) found[roles.among].push(node);
    const returned = language.returned(node);
    if (returned !== null)
      addReturn(
        returns,
        roles.scope === 'function' ? node : (functionAround(node, language) ?? syntax.root),
        returned,
      );
    const property = roles.assigns ? propertyGiven(node, source) : null;
    if (!roles.declares) continue;
    const declared = language.declarations(node, source);
    if (property !== null && declared?.every(isExport) === true) found.declarations.push(property);
    roles.declares = declared !== null;
    for (const declaration of declared ?? []) {
      if (isExport(declaration)) {
        enter({ names: exports }, declaration);
        continue;
      }
      found.declarations.push(declaration);
      const scope = scopeFor(declaration, node, scopes, scopeOf);
      if (declaration.of !== undefined) elsewhere.push([declaration.of, declaration]);
      if (declaration.assigns === true) assignments.push([scope, declaration]);
      else enter(scope, declaration);
    }
  }
  const membersByName = language.membersByName === true;
  for (const [scope, declaration] of assignments)
    enter(declaringScope(scope, declaration.name, membersByName) ?? scope, declaration);
  shareMembers(module, scopes, elsewhere);
  uniteClasses(scopes.values());
  for (const scope of scopes.values())
    for (const list of scope.names.values())
      if (list.length > 1) list.sort((a, b) => a.node.start - b.node.start);
  return {
    ...found,
    exports,
    returns,
    module,
    membersByName,
    membersNeedObject: language.membersNeedObject === true,
    scopeOf,
    scopeAt: (node) => scopes.get(node) ?? null,
  };
}

/** What the nodes of a kind are for a language: asked once for a kind, not once for each of thousands of nodes. */
interface KindRoles {
  readonly scope: ScopeKind | null;
  readonly among: 'calls' | 'records' | 'comments' | null;
  readonly assigns: boolean;
  /** Until the language says that nodes of this kind never do. */
  declares: boolean;
}

function rolesOf(kind: string, language: Language): KindRoles {
  const scope = language.scopes[kind] ?? null;
  const roles = { scope, among: null, assigns: isAssignment(kind), declares: true };
  if (language.callKinds.has(kind)) return { ...roles, among: 'calls' };
  if (language.recordKinds.has(kind)) return { ...roles, among: 'records' };
  return language.commentKinds.has(kind) ? { ...roles, among: 'comments' } : roles;
}

/** Members that stand outside of their class become its members, where the class is one of the file's own. */
function shareMembers(
  module: Scope,
  scopes: ReadonlyMap<SyntaxNode, OpenScope>,
  elsewhere: readonly (readonly [string, Declaration])[],
): void {
  for (const [of, declaration] of elsewhere) {
    const cls = module.names.get(of)?.find(({ kind }) => kind === 'class' || kind === 'enum');
    const scope = cls === undefined ? undefined : scopes.get(cls.node);
    if (scope?.kind === 'class') enter(scope, declaration);
  }
}

/** What several blocks of one class declare (`impl`, `partial`, a class that is opened again) is declared in each of them. */
function uniteClasses(scopes: Iterable<OpenScope>): void {
  const blocks = new Map<Scope | null, Map<string, OpenScope[]>>();
  for (const scope of scopes) {
    if (scope.kind !== 'class' || scope.name === null) continue;
    const siblings = blocks.get(scope.parent) ?? new Map<string, OpenScope[]>();
    blocks.set(scope.parent, siblings);
    siblings.set(scope.name, [...(siblings.get(scope.name) ?? []), scope]);
  }
  for (const same of [...blocks.values()].flatMap((siblings) => [...siblings.values()])) {
    if (same.length < 2) continue;
    const all = same.flatMap(({ names }) => [...names.values()].flat());
    for (const { names } of same) names.clear();
    for (const scope of same) for (const declaration of all) enter(scope, declaration);
  }
}

function functionAround(node: SyntaxNode, language: Language): SyntaxNode | null {
  let up = node.parent;
  while (up !== null && language.scopes[up.kind] !== 'function') up = up.parent;
  return up;
}

function addReturn(returns: Map<SyntaxNode, SyntaxNode[]>, fn: SyntaxNode, returned: SyntaxNode): void {
  const list = returns.get(fn);
  if (list === undefined) returns.set(fn, [returned]);
  else list.push(returned);
}

function openScope(kind: ScopeKind, node: SyntaxNode, parent: Scope | null, name: string | null): OpenScope {
  return { kind, node, parent, name, names: new Map<string, Declaration[]>() };
}

/** A parameter lives in the function it stands in the head of; a member in the nearest class; all else where it stands. */
function scopeFor(
  declaration: Declaration,
  node: SyntaxNode,
  scopes: ReadonlyMap<SyntaxNode, OpenScope>,
  scopeOf: (node: SyntaxNode) => OpenScope,
): OpenScope {
  let scope = scopeOf(node);
  // `ship => …` declares where it opens its scope
  if (declaration.kind === 'parameter') return scopes.get(node) ?? scope;
  if (declaration.kind !== 'member') return scope;
  while (scope.kind !== 'class' && scope.parent !== null) {
    const outer = scopes.get(scope.parent.node);
    if (outer === undefined) break;
    scope = outer;
  }
  return scope;
}

function isExport({ exported }: Declaration): boolean {
  return exported === true;
}

function enter({ names }: Pick<OpenScope, 'names'>, declaration: Declaration): void {
  const list = names.get(declaration.name);
  if (list === undefined) names.set(declaration.name, [declaration]);
  else list.push(declaration);
}

function declaringScope(from: Scope, name: string, membersByName: boolean): OpenScope | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent)
    if ((membersByName || scope.kind !== 'class') && scope.names.has(name)) return scope as OpenScope;
  return null;
}

/** The declarations a name means at `node`, and the scope they stand in. Names of a class are not seen from its methods, unless the language says so. */
export function lookUp(
  outline: Outline,
  node: SyntaxNode,
  name: string,
): { scope: Scope; declarations: readonly Declaration[] } | null {
  let insideFunction = outline.membersNeedObject;
  // a class's names count as those of any other block where its members go by their names
  const hidden = (): boolean => insideFunction && !outline.membersByName;
  for (let scope: Scope | null = outline.scopeOf(node); scope !== null; scope = scope.parent) {
    const all = scope.names.get(name);
    // nearly always all of them, and of a name that is given a value in many places a list of its own would be long
    const declarations = all?.some(isMember) === true && hidden() ? all.filter((one) => !isMember(one)) : all;
    if (declarations !== undefined && declarations.length > 0 && !(scope.kind === 'class' && hidden()))
      return { scope, declarations };
    insideFunction ||= scope.kind === 'function';
  }
  return null;
}

const isMember = ({ kind }: Declaration): boolean => kind === 'member';

/** The nearest enclosing scope of a kind. */
export function enclosing(scope: Scope | null, kind: ScopeKind): Scope | null {
  let at = scope;
  while (at !== null && at.kind !== kind) at = at.parent;
  return at;
}
