import type { GrammarName } from '../host.ts';
import type { Decoded } from './decoded.ts';
import type { Range } from '../text.ts';
import type { Syntax, SyntaxNode } from './syntax.ts';

/** A part of a string: text, or an expression between the delimiters of an interpolation. */
export type StringPart =
  | { readonly kind: 'text'; readonly text: Decoded }
  | { readonly kind: 'hole'; readonly node: SyntaxNode; readonly range: Range };

export interface Argument {
  /** The keyword it is passed by; null when by position. */
  readonly name: string | null;
  readonly value: SyntaxNode;
  readonly spread: boolean;
}

export interface Entry {
  /** null for a spread or a key that is computed. */
  readonly key: string | null;
  readonly value: SyntaxNode;
}

/** What an expression means to us, the same in every language. Evaluation and detection see nothing else of a language. */
export type Expression =
  | {
      readonly kind: 'string';
      readonly parts: readonly StringPart[];
      /** The language itself interpolates here, so that `{name}` in its text is text. */
      readonly interpolated: boolean;
    }
  | { readonly kind: 'concat'; readonly operands: readonly SyntaxNode[] }
  | { readonly kind: 'percent'; readonly template: SyntaxNode; readonly values: readonly SyntaxNode[] }
  /** `folder / name`: parts of a path. */
  | { readonly kind: 'path'; readonly operands: readonly SyntaxNode[] }
  /** `prompt | model`: what comes out of one goes into the next. */
  | { readonly kind: 'pipe'; readonly operands: readonly SyntaxNode[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly object: SyntaxNode; readonly name: string }
  /** `table[key]`, where the key is more than a text. */
  | { readonly kind: 'entry'; readonly object: SyntaxNode; readonly key: SyntaxNode }
  | {
      readonly kind: 'call';
      readonly callee: SyntaxNode;
      readonly args: readonly Argument[];
      readonly constructs: boolean;
    }
  | { readonly kind: 'tagged'; readonly tag: SyntaxNode; readonly template: SyntaxNode }
  /** `otherwise`: each arm but the first is for where those before it are nothing. */
  | { readonly kind: 'choice'; readonly arms: readonly SyntaxNode[]; readonly otherwise?: true }
  | { readonly kind: 'list'; readonly items: readonly SyntaxNode[] }
  /** A list of any number of items that one expression makes: a comprehension, a list times a number. */
  | { readonly kind: 'each'; readonly item: SyntaxNode }
  /** `...list` where an item, an entry or an argument could stand. */
  | { readonly kind: 'spread'; readonly inner: SyntaxNode }
  /** An object, a dictionary, a struct; `type` where its class is written before it. */
  | { readonly kind: 'record'; readonly entries: readonly Entry[]; readonly type?: string }
  | { readonly kind: 'function'; readonly node: SyntaxNode }
  | { readonly kind: 'wrapped'; readonly inner: SyntaxNode }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | { readonly kind: 'other' };

/** How the holes of a template are written when the language itself does not write them. */
export type PlaceholderStyle = 'braces' | 'double-braces' | 'percent' | 'dollar';

/** A function or method of a language's library that builds text. A function's subject is its first argument, a method's what it is called on. */
export type TextCall =
  /**
   * The subject is a template; the further arguments fill it by name or in order. `subject` is the argument that is the
   * template, of a method that is not called on it.
   */
  | { readonly kind: 'format'; readonly style: PlaceholderStyle; readonly subject?: number }
  /** Joins a list: the subject, or the argument with that number after it; with `rest` all arguments from there on. What is left is the separator. */
  | { readonly kind: 'join'; readonly list: 'subject' | number; readonly rest?: boolean }
  | { readonly kind: 'trim'; readonly start: boolean; readonly end: boolean }
  | { readonly kind: 'dedent'; readonly trim: boolean }
  /**
   * Every occurrence of the first argument becomes the second; lists of both, or a record of what becomes what, do all of
   * them. `subject` is the argument that it is done in, where that is not the first.
   */
  | { readonly kind: 'replace'; readonly subject?: number }
  /** Every stretch of white space becomes one space, and none is left at either end. */
  | { readonly kind: 'squish' }
  | { readonly kind: 'concat' }
  /** Text in, the same text out, for all that we count: a conversion, a copy. */
  | { readonly kind: 'same' };

export type DeclarationKind =
  | 'value'
  | 'augment'
  | 'parameter'
  | 'loop'
  | 'import'
  | 'function'
  | 'class'
  | 'enum'
  | 'member'
  /** A member of something else: no name that anything else means. */
  | 'property';

/** A name that comes into being, or is given a value. */
export interface Declaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  readonly node: SyntaxNode;
  /** Its value, default value, body or class; null where there is none to see. */
  readonly value: SyntaxNode | null;
  /** For `import`: the module as written and the name there; `*` is the module itself, `default` its default export. */
  readonly from?: { readonly module: string; readonly name: string };
  /** It assigns to a name that may be declared further out, instead of declaring one. */
  readonly assigns?: boolean;
  /** Of something added to a list: in front of the item with this number, instead of behind the last. */
  readonly at?: number;
  /** The class of the same file whose member it is, where it stands outside of that class. */
  readonly of?: string;
  /** A parameter that no argument is for: what a method is called on, written before its name. */
  readonly receiver?: true;
  /** It is what other files know the module by, and means nothing in its own file. */
  readonly exported?: true;
  /** What it is taken out of, `const { name } = object`, and the name there; then its value is only the default. */
  readonly taken?: { readonly object: SyntaxNode; readonly name: string };
}

/** What a language may look at to find a module: the files that configure where modules are. */
export interface Files {
  /** Names of the files in a folder. */
  list(folder: string): readonly string[];
  /** Whether there is such a file: depends on less than asking for the whole list of its folder. */
  has(path: string): boolean;
  /** The text of a file; null where there is none to read. */
  text(path: string): string | null;
}

export type ScopeKind = 'module' | 'function' | 'class' | 'block';

/** An attribute with a text that says what a function is for, as the tools of models have it. */
export interface DescribingAttribute {
  /** The kind of its node, whose grandparent is what it stands over. */
  readonly kind: string;
  readonly name: string;
  /** The module that it comes from, which the file must open. */
  readonly module: string;
  /** Modules that have an attribute of this name themselves, or show its text to people. */
  readonly otherReaders: RegExp;
}

/** What a language tells us. One file each under `languages/`; everything downstream is the same for all. */
export interface Language {
  readonly id: string;
  readonly extensions: readonly string[];
  /** Every grammar it may need. */
  readonly grammars: readonly GrammarName[];
  grammar(path: string): GrammarName;
  /** Node kinds that open a scope. */
  readonly scopes: Readonly<Record<string, ScopeKind>>;
  /** Node kinds under which code may or may not run. */
  readonly branches: ReadonlySet<string>;
  /**
   * Node kinds whose code runs again and again, and the field (of the node or of one of its children, or `0` for its
   * first child) that holds what they go over; null for those that go on until a condition ends them.
   */
  readonly loops: Readonly<Record<string, string | null>>;
  readonly callKinds: ReadonlySet<string>;
  readonly recordKinds: ReadonlySet<string>;
  readonly commentKinds: ReadonlySet<string>;
  /** Reads what the grammar leaves as tokens, where it does. */
  complete?(syntax: Syntax, source: string): Syntax;
  expression(node: SyntaxNode, source: string): Expression;
  /** What an expression means is told by its own nodes and their text alone, so that it holds while others change. */
  readonly expressionsAreLocal?: boolean;
  /** Functions that build text, by their name as it is written (`textwrap.dedent`). */
  readonly textFunctions: Readonly<Record<string, TextCall>>;
  /** Methods of texts (and of lists of texts) that build text, by name. */
  readonly textMethods: Readonly<Record<string, TextCall>>;
  /** The names a node declares or assigns; null for a node of a kind that never does. */
  declarations(node: SyntaxNode, source: string): readonly Declaration[] | null;
  /** For a `return` statement, what it returns; for a function whose body is an expression, the body. Else null. */
  returned(node: SyntaxNode): SyntaxNode | null;
  /** The name a scope is known by: of the function, the class, the variable a function is assigned to. */
  scopeName(node: SyntaxNode, source: string): string | null;
  /** The value of an enumeration's member; null when `node` is no enumeration or has no such member. */
  enumMember(node: SyntaxNode, name: string, source: string): SyntaxNode | null;
  /** Names of the classes a class extends, as written. */
  bases(cls: SyntaxNode, source: string): readonly string[];
  /** The documentation string inside a class or a function, where the language has such. */
  docstring(node: SyntaxNode): SyntaxNode | null;
  /** Names of the decorators above a class or function. */
  decorators(node: SyntaxNode, source: string): readonly string[];
  /** Paths under which an import may be found, best first. */
  modulePaths(module: string, from: string, files: Files): readonly string[];
  /** A module is all the files of a folder, so that any of its paths may be the one that declares a name. */
  readonly foldersAreModules?: boolean;
  /** The module that a name stands for that nobody declares or imports, where names of modules need no import. */
  moduleNamed?(name: string): string | null;
  /**
   * Files in which a name that nobody declares or imports may be declared: those of the same package.
   * @param list the names of the files in a folder.
   */
  ambientPaths(name: string, from: string, list: (folder: string) => readonly string[]): readonly string[];
  /** The type that a parameter, a variable or a field is declared with, as an expression that names it; null without one. */
  typeOf(declared: SyntaxNode): SyntaxNode | null;
  /** The type of what a function says that it returns, as an expression that names it; null where it says nothing. */
  typeReturned?(fn: SyntaxNode, source: string): SyntaxNode | null;
  /** A type is one of all that have the methods which it names, without saying so. */
  readonly typesAreStructural?: boolean;
  /** What a module inside a module is imported as; null where modules do not nest. */
  submodule(module: string, name: string): string | null;
  /** Code at a node stands in the file for its tests alone, and is no part of the program. */
  isForTests?(node: SyntaxNode, source: string): boolean;
  /** What `self` and `this` are called. */
  readonly self: ReadonlySet<string>;
  /** What stands over functions for models to read. */
  readonly describing?: DescribingAttribute;
  /** Code inside a class names its members without `self`. */
  readonly membersByName?: boolean;
  /** Nothing names a member without what it is a member of, not even where the class is declared. */
  readonly membersNeedObject?: boolean;
}
