import type { Role } from './prompt.ts';

/**
 * Where an argument's texts stand, and whose they are.
 * `path` walks into the argument: names of entries, with `[]` after a name for every item of a list.
 */
export interface PromptArgument {
  readonly path: string;
  /**
   * `messages`: a list of messages, a single one, or a text of the user.
   * `tools`: definitions of tools, as a list or by name. A role: text, or a list of content parts.
   */
  readonly as: 'messages' | 'tools' | Role;
}

/** A function or method that sends a request, or builds a part of one. */
export interface CallShape {
  /** The last parts of the callee, such as `chat.completions.create`; `*` stands for one part. */
  readonly callee: readonly string[];
  /** Names of positional parameters, for SDKs that pass them so. */
  readonly parameters?: readonly string[];
  readonly prompts: readonly PromptArgument[];
  /**
   * The groups of arguments of which one must be there when nothing ties the callee to the SDK's modules.
   * An empty list: only an import will do.
   */
  readonly shape: readonly (readonly string[])[];
  /** It sends a request, so that its messages make up a call. */
  readonly sends: boolean;
  /** Its name says so little that it is a request only where the model it goes to is known. */
  readonly needsModel?: boolean;
  /** The arguments cost nothing by themselves; they make a template that is filled later. */
  readonly template?: boolean;
}

/** A class whose instances know their model: `ChatOpenAI(model="gpt-4o")`. */
export interface ModelClass {
  readonly name: RegExp;
}

/** A message written as a call: `SystemMessage("…")`. */
export interface MessageClass {
  /** Tested against the callee as written, such as `messages.SystemMessage` or `UserMessage.from`. */
  readonly name: RegExp;
  readonly role: Role;
  readonly template?: boolean;
}

/** A family of SDKs, as data. */
export interface Sdk {
  readonly id: string;
  /** The modules it is imported from, in any language. */
  readonly modules: RegExp;
  readonly calls: readonly CallShape[];
  readonly modelArguments: readonly string[];
  readonly capArguments: readonly string[];
  readonly modelClasses?: readonly ModelClass[];
  readonly messageClasses?: readonly MessageClass[];
  /** Classes whose subclasses' documentation string is an instruction. */
  readonly docstringBases?: RegExp;
}
