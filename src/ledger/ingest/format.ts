import type { Fields } from '../../core/prices/lists/reading.ts';
import type { Call, Source } from '../call.ts';

/** What a reader has to remember from one record of a file to the next: plain data, kept with the place where an import stopped. */
export type Memory = Record<string, string | number | null>;

/** How a tool writes down its calls. */
export interface Format {
  readonly source: Source;
  /** For people: `LiteLLM spend logs`. */
  readonly name: string;
  /** Whether a record is one that only this tool writes. */
  detects(record: Fields): boolean;
  /**
   * The calls that a record tells of; none for one about something else.
   * @returns `null` for a record that should be a call and lacks what makes it one.
   */
  read(record: Fields, memory: Memory): readonly Call[] | null;
}
