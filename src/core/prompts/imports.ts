import { sdks } from './sdks/index.ts';

/** Whether a file imports an SDK that we know, told from its text alone, before it is parsed. */
export function importsSdk(text: string): boolean {
  for (const [, quoted, plain] of text.matchAll(imported)) if (known.test(quoted ?? plain ?? '')) return true;
  return false;
}

/** `from x import`, `import x`, `import … from 'x'`, `require('x')`, `import('x')`. */
const imported = /\b(?:from|import|require)\b\s*\(?\s*(?:['"]([^'"\n]{1,200})['"]|([\w.]{1,200}))/g;

const known = new RegExp(sdks.map(({ modules }) => `(?:${modules.source})`).join('|'));
