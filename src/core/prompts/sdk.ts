import type { Role } from './prompt.ts';

/**
 * Where an argument's texts stand, and whose they are.
 * `path` walks into the argument: names of entries, with `[]` after a name for every item of a list, and `*` after the
 * first for each time the argument is given.
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
  /** Names of positional parameters, for SDKs that pass them so; a last one `messages...` is for all that follow. */
  readonly parameters?: readonly string[];
  readonly prompts: readonly PromptArgument[];
  /**
   * The groups of arguments of which one must be there when nothing ties the callee to the SDK's modules.
   * An empty list: only an import will do.
   */
  readonly shape: readonly (readonly string[])[];
  /** Methods one of which, called before it in the same chain, says enough where nothing else ties it to the SDK. */
  readonly after?: RegExp;
  /** What it sends was set on what it is called on: `client.prompt().system("…").user("…").call()`. */
  readonly fluent?: boolean;
  /**
   * What the argument `url` must look like; then the address is what ties a call to its provider.
   * A group called `model` is the model.
   */
  readonly address?: RegExp;
  /** Groups of paths into the arguments; something must stand at each path of one group. */
  readonly holds?: readonly (readonly string[])[];
  /** Arguments that hold the agent or the chat which the request goes to; what it is called on counts without being named. */
  readonly goesTo?: readonly string[];
  /** More than its arguments goes into the requests on what it returns: what was said before, or what decorators add. */
  readonly incomplete?: boolean;
  /** It sends a request, so that its messages make up a call. */
  readonly sends: boolean;
  /** It goes to the provider's batch interface. */
  readonly batch?: boolean;
  /** Its name says so little that it is a request only where it is called on a model, or names one. */
  readonly needsModel?: boolean;
  /** Its text is billed as tokens by these models alone; with any other, or an unknown one, it is no prompt to count. */
  readonly onlyModels?: RegExp;
  /** An argument that names a file of the class path: then the call stands for its text, and `value` is the call. */
  readonly resource?: string;
  /** The arguments cost nothing by themselves; they make a template that is filled later. */
  readonly template?: boolean;
  /** How such a template writes its placeholders; `{name}` where nothing is said. `guess` leaves it to the text. */
  readonly placeholders?: 'guess';
}

/** A class or function whose result knows its model: `ChatOpenAI(model="gpt-4o")`, `genAI.getGenerativeModel({ model })`. */
export interface ModelClass {
  /** Tested against the last part of the callee. */
  readonly name: RegExp;
  /** Names of positional parameters; `model` alone where nothing is said. */
  readonly parameters?: readonly string[];
  /** Where its model is given, where that is not as the family's requests give it. */
  readonly modelArguments?: readonly string[];
}

/** A message written as a call: `SystemMessage("…")`. */
export interface MessageClass {
  /** Tested against the callee as written, such as `messages.SystemMessage` or `UserMessage.from`. */
  readonly name: RegExp;
  /** Whose it is; left out where an argument called `role` says so. */
  readonly role?: Role;
  /** Names of positional parameters; `content` alone where nothing is said. */
  readonly parameters?: readonly string[];
  readonly template?: boolean;
  /** Others have a class of this name too: only an import will do. */
  readonly tied?: boolean;
}

/** A decorator whose function is a part of a request: `@agent.system_prompt`. Known by the import it comes from. */
export interface Decorator {
  /** The last parts of its name, as of a callee. */
  readonly name: readonly string[];
  /** Whose text the function returns. */
  readonly returns?: Role;
  /** Whose text its documentation string is. */
  readonly docstring?: Role;
}

/** Where a request says more than its texts: paths into its arguments, for rules that look at them. */
export interface Settings {
  readonly stop?: readonly string[];
  readonly temperature?: readonly string[];
  readonly stream?: readonly string[];
  readonly seed?: readonly string[];
  readonly responseFormat?: readonly string[];
  readonly toolChoice?: readonly string[];
  readonly cacheKey?: readonly string[];
  readonly cacheRetention?: readonly string[];
  /** The argument that names a cache which was made before. */
  readonly cachedContent?: readonly string[];
  readonly serviceTier?: readonly string[];
}

/** A family of SDKs, as data. Paths into arguments are written as in `PromptArgument`. */
export interface Sdk {
  readonly id: string;
  /** The modules it is imported from, in any language. */
  readonly modules: RegExp;
  readonly calls: readonly CallShape[];
  readonly modelArguments: readonly string[];
  readonly capArguments: readonly string[];
  /** Arguments that add tools in a way that cannot be followed: the schema of an answer, a kernel with its plugins. */
  readonly toolArguments?: readonly string[];
  readonly settings?: Settings;
  readonly modelClasses?: readonly ModelClass[];
  /** Methods whose result goes on with the model of what they are called on. */
  readonly keepsModel?: RegExp;
  /** Modules whose functions stand for the model that their first argument names: `openai('gpt-4o')`. */
  readonly modelProviders?: RegExp;
  /** Its modules have constants that are called like the models they stand for: `openai.GPT4oMini`. */
  readonly modelConstants?: boolean;
  readonly messageClasses?: readonly MessageClass[];
  /** Functions whose result is a text part of a message, and whose first argument is the text: `NewTextBlock("…")`. */
  readonly textParts?: RegExp;
  /** Classes whose subclasses' documentation string is an instruction. */
  readonly docstringBases?: RegExp;
  readonly decorators?: readonly Decorator[];
  /** Addresses at which it is spoken to with the client of another family. */
  readonly endpoints?: RegExp;
  /** Classes of another family's modules that are clients of this one. */
  readonly clients?: RegExp;
}
