import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import type { JsonValue } from '../../core/shape.ts';
import { createWhole, replaceFile } from '../replaceFile.ts';

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
  try {
    const text = readIfThere(file);
    const changed = await withValue(basename(file), text, keys, value);
    if (changed === null)
      return { kind: 'not written', why: 'TOML is read, not written, here: add the values by hand' };
    if (text === null) createWhole(file, changed);
    else if (replaceFile(file, text, changed) !== 'replaced')
      return { kind: 'not written', why: 'it changed meanwhile, or is not in UTF-8: try again' };
    return { kind: 'written' };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'not written', why: String(error.code) };
    throw error;
  }
}

/**
 * The text of a configuration with one value set, and all else as it stands.
 * @param name of the file, which says what form it has. @param text `null` where there is none yet.
 * @returns `null` for TOML, which only a person can write.
 */
export async function withValue(
  name: string,
  text: string | null,
  keys: readonly string[],
  value: JsonValue,
): Promise<string | null> {
  if (name.endsWith('.toml')) return null;
  if (/\.ya?ml$/.test(name)) return withYaml(text ?? '', keys, value);
  return withJson(text ?? '{}\n', name === 'package.json' ? ['promptmeter', ...keys] : keys, value);
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
