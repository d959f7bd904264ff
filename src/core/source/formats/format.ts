import type { Decoded } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';

/** One text of a file, and what the file itself says about it. */
export interface Part {
  readonly text: Decoded;
  /** The keys it stands under, or the role of a message; empty for a file that is one text. */
  readonly names: readonly string[];
  /** Whose text it is, in the file's own word (`system`, `human`, `tool-description`, …); null where it does not say. */
  readonly role: string | null;
  readonly engine: EngineName;
  /** The format says that this is a prompt. Where it does not, the name and the text have to. */
  readonly certain: boolean;
  /** The model of this text alone, where it has one of its own. */
  readonly model?: string;
}

/** What a file says of prompts. */
export interface Contents {
  readonly parts: readonly Part[];
  /** The model all of them go to, as the file names it; null where it names none, or several. */
  readonly model: string | null;
  /** Who serves the model, in the file's own word. */
  readonly provider: string | null;
  /** Why the file, or a piece of it, could not be read, as the end of a sentence about the file. */
  readonly problem: string | null;
}

/** A file to be read. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** The text of a file in the same folder; null when there is none that can be read. */
  readonly beside: (name: string) => string | null;
}

/** A kind of file that holds prompts. One file each; none knows of another. */
export interface Format {
  readonly id: string;
  /** What VS Code calls the language of such a file. */
  readonly language: (path: string) => string;
  /** Told by name and folder alone. */
  readonly matches: (path: string) => boolean;
  /** The name alone says that the file is one for a model. */
  readonly known: boolean;
  /** Most files of the kind are something else: only those that are kept for prompts are read. */
  readonly onlyAmongPrompts?: true;
  /** Names of files beside it that are read along with it. */
  readonly companions?: readonly string[];
  readonly read: (source: Source) => Contents;
}

export function contents(parts: readonly Part[], about: Partial<Contents> = {}): Contents {
  return { model: null, provider: null, problem: null, ...about, parts };
}
