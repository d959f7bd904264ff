import type { ValuePath } from '../../core/shape.ts';

/** A configuration file before anybody looked at what it says. */
export type Parsed =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** The line, from 1, of the key or item at the path, or of the nearest one around it. */
      line(path: ValuePath): number;
    }
  /** The file has no section of ours. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly line: number; readonly message: string };

export type Parser = (text: string) => Parsed;

/** Line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The parsers descend with the nesting of a text; only a hostile one goes deeper than they can. */
export const tooDeep: Parsed = {
  kind: 'broken',
  line: 1,
  message: 'it is nested too deeply to be a configuration: make it flat',
};
