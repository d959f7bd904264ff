/** A whole number from 0 up. @asType integer @minimum 0 */
type Count = number;

/** What `compress --format json` prints. */
export interface CompressDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  /** The file, from the working directory; null for standard input. */
  path: string | null;
  /** What shortened them: rules, a model that scores words, or a language model. */
  engine: 'lexical' | 'llmlingua2' | 'rewrite';
  prompts: CompressedEntry[];
}

export interface CompressedEntry {
  /** Null for a text that is no prompt of a file. */
  id: string | null;
  name: string | null;
  /** Whose tokens were counted; null where no model is known. */
  model: string | null;
  /** Known text, before and after, in the encoding that the model is counted with. */
  tokens: { before: Count; after: Count };
  /** The text as it would be; a hole is its expression in braces. */
  text: string;
  edits: CompressEditEntry[];
  /** Stretches that stay byte for byte, by kind. */
  protected: { kind: string; count: Count }[];
  /** Languages whose phrases were shortened; of text in others only the structure was. */
  languages: string[];
  /** What shortening does to the provider's cache. */
  notes: string[];
  /** What would have been lost, so that a paragraph, or the file, stays as it is. */
  refused: { kind: string; what: string }[];
  pointers: PointerEntry[];
}

/** Offsets count UTF-16 units of the decoded text, in which a hole is one. */
export interface CompressEditEntry {
  start: Count;
  end: Count;
  /** Null for a text that is no prompt of a file. */
  before: string | null;
  after: string;
  passes: string[];
  /** Edits of one number belong together. */
  group: Count;
}

/** Pointed out and left alone. */
export interface PointerEntry {
  kind: 'section' | 'near-duplicate' | 'contradiction';
  start: Count;
  end: Count;
  tokens: Count;
  title: string | null;
}
