import type { Report } from '../core/report.ts';
import { LineIndex, type Range } from '../core/text.ts';
import type { PlaceEntry } from './promptDocument.ts';

/** Turns offsets into lines and columns as people count them, both from 1. */
export class Places {
  readonly #report: Pick<Report, 'lines'>;
  readonly #indexes = new Map<string, LineIndex>();

  constructor(report: Pick<Report, 'lines'>) {
    this.#report = report;
  }

  of(path: string, range: Range): PlaceEntry {
    const start = this.#position(path, range.start);
    const end = this.#position(path, range.end);
    return {
      path,
      startLine: start.line + 1,
      startColumn: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
    };
  }

  line(path: string, offset: number): number {
    return this.#position(path, offset).line + 1;
  }

  #position(path: string, offset: number): { line: number; column: number } {
    let index = this.#indexes.get(path);
    if (index === undefined) {
      const starts = Object.hasOwn(this.#report.lines, path) ? this.#report.lines[path] : undefined;
      if (starts === undefined) throw new Error(`the report names ${path} but has no lines of it`);
      index = new LineIndex(starts);
      this.#indexes.set(path, index);
    }
    return index.position(offset);
  }
}
