import { extensionOf } from '../paths.ts';
import type { Language } from '../language.ts';
import { csharp } from './csharp/language.ts';
import { javascript, typescript } from './ecmascript/language.ts';
import { go } from './go/language.ts';
import { java } from './java/language.ts';
import { php } from './php/language.ts';
import { python } from './python/language.ts';
import { ruby } from './ruby/language.ts';
import { rust } from './rust/language.ts';

/** The languages we read. A new one is its own folder and a line here. */
export const languages: readonly Language[] = [
  typescript,
  javascript,
  python,
  java,
  csharp,
  go,
  rust,
  ruby,
  php,
];

/** The language of a file by its name's end; null for one we do not read. */
export function languageOf(path: string): Language | null {
  // a view of Laravel is a template: what of it is PHP prints no prompt
  if (path.endsWith('.blade.php')) return null;
  const extension = extensionOf(path);
  return languages.find((language) => language.extensions.includes(extension)) ?? null;
}
