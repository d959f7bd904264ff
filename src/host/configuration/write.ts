import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import type { JsonValue } from '../../core/shape.ts';
import { replaceFile } from '../replaceFile.ts';

export type Writing =
  | { readonly kind: 'written' }
  /** `why` completes "it could not be written: …". */
  | { readonly kind: 'not written'; readonly why: string };

/**
 * Sets one value in a configuration file and leaves all else as it stands, comments included.
 * @param file absolute; made when there is none.
 * @param keys where the value stands, counted from the section that is ours.
 */
export async function writeIntoConfiguration(
  file: string,
  keys: readonly string[],
  value: JsonValue,
): Promise<Writing> {
  const name = basename(file);
  if (name.endsWith('.toml'))
    return { kind: 'not written', why: 'TOML is read, not written, here: add the values by hand' };
  try {
    const text = readIfThere(file);
    const changed = /\.ya?ml$/.test(name)
      ? await withYaml(text ?? '', keys, value)
      : withJson(text ?? '{}\n', name === 'package.json' ? ['promptmeter', ...keys] : keys, value);
    if (text === null) writeFileSync(file, changed, { flag: 'wx' });
    else if (replaceFile(file, text, changed) !== 'replaced')
      return { kind: 'not written', why: 'it changed meanwhile, or is not in UTF-8: try again' };
    return { kind: 'written' };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'not written', why: String(error.code) };
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function withJson(text: string, keys: readonly string[], value: JsonValue): string {
  const formattingOptions = {
    insertSpaces: !/^\t/m.test(text),
    tabSize: 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, [...keys], value, { formattingOptions }));
}

async function withYaml(text: string, keys: readonly string[], value: JsonValue): Promise<string> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  document.setIn(keys, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
