import type { Language as Grammar } from 'web-tree-sitter';

/** The type tree-sitter gives to what it could not parse. */
export const errorType = 0xffff;

/** What a grammar says of its nodes, taken out of WebAssembly once. */
export interface GrammarTables {
  /** Kinds of nodes by the number of their type; '' where there is none. */
  readonly names: readonly string[];
  readonly named: readonly boolean[];
  /** The type that is shown for a symbol of the parser's own. */
  readonly typeOf: Uint16Array;
  /** Production → child → the field it stands in; children are counted without those that may stand anywhere (comments). */
  readonly fields: readonly (readonly (string | null)[])[];
  /** Production × `longestAliases` + child → the symbol that is shown instead of its own; 0 for none. */
  readonly aliases: Uint16Array;
  readonly longestAliases: number;
}

/**
 * Offsets in tree-sitter's `TSLanguage` with pointers of four bytes, as its header `parser.h` declares it (ABI 13 to 15).
 * The runtime is shipped with this code; that both agree is a test for every grammar.
 */
const at = {
  symbols: 4,
  aliases: 8,
  productions: 28,
  fields: 32,
  longestAliases: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  publicSymbols: 76,
  aliasSequences: 84,
} as const;

/** @param language where the grammar stands in the runtime's memory. */
export function grammarTables(grammar: Grammar, memory: ArrayBufferLike, language: number): GrammarTables {
  const view = new DataView(memory);
  const word = (offset: number): number => view.getUint32(language + offset, true);
  const symbols = word(at.symbols) + word(at.aliases);
  const productions = word(at.productions);
  const longestAliases = view.getUint16(language + at.longestAliases, true);
  const types = Array.from({ length: grammar.nodeTypeCount }, (_, id) => id);
  return {
    names: types.map((id) => asKey(grammar.nodeTypeForId(id) ?? '')),
    named: types.map((id) => grammar.nodeTypeIsNamed(id)),
    typeOf: new Uint16Array(memory, word(at.publicSymbols), symbols).slice(),
    fields: word(at.fields) === 0 ? [] : fieldTable(grammar, view, language, productions),
    aliases: new Uint16Array(memory, word(at.aliasSequences), productions * longestAliases).slice(),
    longestAliases,
  };
}

/** Each entry of a production's slice: the field (u16), the child (u8), whether it only passes on a child's own fields (u8). */
function fieldTable(
  grammar: Grammar,
  view: DataView,
  language: number,
  productions: number,
): (string | null)[][] {
  const slices = view.getUint32(language + at.fieldSlices, true);
  const entries = view.getUint32(language + at.fieldEntries, true);
  return Array.from({ length: productions }, (_, production) => {
    const first = view.getUint16(slices + production * 4, true);
    const count = view.getUint16(slices + production * 4 + 2, true);
    const fields: (string | null)[] = [];
    for (let entry = entries + first * 4; entry < entries + (first + count) * 4; entry += 4) {
      const child = view.getUint8(entry + 2);
      if (view.getUint8(entry + 3) !== 0) continue;
      while (fields.length <= child) fields.push(null);
      fields[child] ??= asKey(grammar.fieldNameForId(view.getUint16(entry, true)) ?? '');
    }
    return fields;
  });
}

/** The engine keeps one copy of each key of an object, which is found and compared without looking at its letters. */
function asKey(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
