import { sdks } from './sdks/index.ts';

/** Whether a file imports an SDK that we know, told from its text alone, before it is parsed. */
export function importsSdk(text: string): boolean {
  for (const [, quoted, plain, line] of text.matchAll(imported))
    if (known.test(quoted ?? plain ?? line ?? '')) return true;
  return false;
}

/**
 * `from x import`, `import x`, `import … from 'x'`, `require('x')`, `import('x')`, `using X.Y;`, `use X\Y;`, `use x::y;`,
 * and a line of Go's imports, which is a text alone.
 */
const imported =
  /\b(?:from|import|require|using|use)\b\s*\(?\s*(?:['"]([^'"\n]{1,200})['"]|([\w.:\\]{1,200}))|^[ \t]*(?:[\w.]+ )?"([\w./-]{1,200})"[ \t]*$/gm;

const known = new RegExp(sdks.map(({ modules }) => `(?:${modules.source})`).join('|'));
