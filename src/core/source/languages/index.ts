import type { Language } from '../language.ts';
import { javascript, typescript } from './ecmascript/language.ts';
import { python } from './python/language.ts';

/** The languages we read. A new one is its own folder and a line here. */
export const languages: readonly Language[] = [typescript, javascript, python];
