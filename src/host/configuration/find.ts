import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defaultConfig, readConfig, type Config, type ConfigProblem } from '../../core/config.ts';
import type { Reading } from '../../core/host.ts';
import { ruleSettings } from '../../core/rules/settings.ts';
import type { ValuePath } from '../../core/shape.ts';
import { readRegularFile } from '../regularFile.ts';
import { tooDeep, type Parsed, type Parser } from './parsed.ts';

/** No configuration that people write is larger. */
const largestConfiguration = 256 * 1024;
/** A package.json or pyproject.toml can be larger, for reasons that are not ours. */
const largestForeign = 2 * 1024 * 1024;

/** What a project's own configuration says. */
export interface Configuration {
  /** Absolute; `null` when there is none and the defaults hold. */
  readonly file: string | null;
  /** Its globs, and the ids in it, count from the folder of the file. */
  readonly config: Config;
  /** Empty when all is well; else `config` is the default. */
  readonly problems: readonly ConfigProblem[];
  /** Configurations further in, absolute, that are not used because this one stands nearer to the root. */
  readonly passedOver: readonly string[];
  /** The line, from 1, at which the file states something. */
  line(path: ValuePath): number;
}

/** Reads a file by its absolute path; `null` where there is none. */
export type ReadText = (file: string, largest: number) => Reading | null;

const fromDisk: ReadText = (file, largest) => (existsSync(file) ? readRegularFile(file, largest) : null);

interface Found {
  readonly file: string;
  readonly parsed: Exclude<Parsed, { readonly kind: 'none' }>;
}

const json = async () => (await import('./json.ts')).parseJson;
const yaml = async () => (await import('./yaml.ts')).parseYaml;

/** By name: how a file is parsed, loaded only where there is such a file. */
const parsers: Readonly<Record<string, () => Promise<Parser>>> = {
  'promptmeter.config.json': json,
  'promptmeter.config.jsonc': json,
  'promptmeter.config.yaml': yaml,
  'promptmeter.config.yml': yaml,
  'package.json': async () => (await import('./json.ts')).parsePackageJson,
  'pyproject.toml': async () => (await import('./toml.ts')).parsePyproject,
};

/** Names of the files that can hold a configuration, those of our own first. */
export const configurationNames: readonly string[] = Object.keys(parsers);

/**
 * Looks in `start` and the folders above it up to `top`; the one nearest to `top` is used. Two in one folder are a problem.
 * @param start absolute, inside `top` or the same.
 * @param read what stands there; the disk, unless something else is meant.
 */
export async function findConfiguration(
  start: string,
  top: string,
  read: ReadText = fromDisk,
): Promise<Configuration> {
  const found: Found[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    const here: Found[] = [];
    for (const name of configurationNames) {
      const file = join(folder, name);
      const parsed = await parsedFile(file, read);
      if (parsed.kind !== 'none') here.push({ file, parsed });
    }
    found.unshift(...here);
    if (folder === top || dirname(folder) === folder) break;
  }
  const [used, ...others] = found;
  if (used === undefined)
    return { file: null, config: defaultConfig, problems: [], passedOver: [], line: () => 1 };
  const rival = others.find(({ file }) => dirname(file) === dirname(used.file));
  if (rival === undefined) return { ...configurationOf(used), passedOver: others.map(({ file }) => file) };
  return withProblem(
    used.file,
    1,
    `${basename(rival.file)} beside it configures promptmeter as well: keep one of the two`,
  );
}

/** @param file absolute, of any name; what it holds is told by its ending. */
export async function readConfiguration(file: string): Promise<Configuration> {
  const parsed = await parsedFile(file, null);
  if (parsed.kind !== 'none') return configurationOf({ file, parsed });
  return withProblem(file, 1, 'nothing in it configures promptmeter: name another file, or add its section');
}

/** @param read `null` for a file that a person has named, which has to be there. */
async function parsedFile(file: string, read: ReadText | null): Promise<Parsed> {
  const text = textOf(file, read);
  if (typeof text !== 'string') return text;
  const name = basename(file);
  const ofAnotherTool = name === 'package.json' || name === 'pyproject.toml';
  if (ofAnotherTool && !text.includes('promptmeter')) return { kind: 'none' };
  const parser = Object.hasOwn(parsers, name) ? parsers[name] : parserByEnding(name);
  if (parser === undefined)
    return {
      kind: 'broken',
      line: 1,
      message: 'a configuration ends in .json, .jsonc, .yaml or .toml: rename it',
    };
  try {
    return (await parser())(text);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

function parserByEnding(name: string): (() => Promise<Parser>) | undefined {
  if (/\.jsonc?$/.test(name)) return json;
  if (/\.ya?ml$/.test(name)) return yaml;
  return name.endsWith('.toml') ? parsers['pyproject.toml'] : undefined;
}

/** What is wrong with a file that is not ours to read is told by whoever reads it. */
function textOf(file: string, read: ReadText | null): string | Parsed {
  const ours = read === null || basename(file).startsWith('promptmeter.');
  const largest = ours ? largestConfiguration : largestForeign;
  const reading = read === null ? readRegularFile(file, largest) : read(file, largest);
  if (reading === null) return { kind: 'none' };
  if (reading.kind === 'text') return reading.text;
  if (!ours) return { kind: 'none' };
  return {
    kind: 'broken',
    line: 1,
    message: `it could not be read (${reading.why}): mend it, or name another`,
  };
}

function configurationOf({ file, parsed }: Found): Configuration {
  if (parsed.kind === 'broken') return withProblem(file, parsed.line, parsed.message);
  const result = readConfig(parsed.value, { file, line: parsed.line }, ruleSettings);
  const problems = result.kind === 'problems' ? result.problems : [];
  const config = result.kind === 'config' ? result.config : defaultConfig;
  return { file, config, problems, passedOver: [], line: parsed.line };
}

function withProblem(file: string, line: number, message: string): Configuration {
  return { file, config: defaultConfig, problems: [{ file, line, message }], passedOver: [], line: () => 1 };
}
