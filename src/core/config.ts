import type { Day } from './host.ts';
import { calibration, type Calibration } from './calibration.ts';
import { budget, type Budget } from './configBudgets.ts';
import {
  cache,
  currency,
  price,
  pricing,
  volume,
  type Currency,
  type StatedCacheFacts,
  type UserPrice,
  type Volume,
} from './configMoney.ts';
import { ledger, type LedgerOptions } from './configLedger.ts';
import { byGlob, filePath, glob, keptText, model, note, oneOf } from './configValues.ts';
import {
  fallbackOf,
  list,
  nullable,
  object,
  option,
  optional,
  record,
  scalar,
  type Fields,
  type JsonSchema,
  type Shape,
  type ShapeProblem,
  type ValuePath,
} from './shape.ts';

export type RuleLevel = 'off' | 'info' | 'warning' | 'error';

/** How severe a rule is to be taken, and its options as its own shape has read them. */
export interface RuleSetting {
  readonly level: RuleLevel;
  readonly options: object;
}

/** Rule → what is stated of it; a rule that is not named keeps what it comes with. */
export type RuleSettings = Readonly<Record<string, RuleSetting | undefined>>;

export const failLevels = ['error', 'warning', 'info', 'never'] as const;

export interface Config {
  /** Used, and shown as an assumption, where no model can be resolved. */
  readonly defaultModel: string | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly budgets: readonly Budget[];
  /** Glob over paths → who owns the files; the first that matches wins. */
  readonly owners: Readonly<Record<string, string>>;
  /** What `check` makes of a budget in money that cannot be held for want of a price. */
  readonly unpriced: 'pass' | 'fail';
  readonly prices: Readonly<Record<string, UserPrice>>;
  readonly models: {
    /** Globs over the names of the models that may be called; where there are none, all may. */
    readonly allow: readonly string[];
    readonly aliases: Readonly<Record<string, string>>;
  };
  /** Prompt id → model, picked by a person in the editor. */
  readonly promptModels: Readonly<Record<string, string>>;
  /** Glob over names of models → path of a `tokenizer.json`. */
  readonly tokenizers: Readonly<Record<string, string>>;
  readonly calibration: Calibration;
  /** Prompt id, or a glob over them → volume. */
  readonly volumes: Readonly<Record<string, Volume>>;
  readonly currency: Currency | null;
  readonly pricing: { readonly asOf: Day | null; readonly hour: number };
  readonly cache: {
    readonly minimumStaticCharacters: number;
    /** Glob over model names → facts. */
    readonly facts: Readonly<Record<string, StatedCacheFacts>>;
  };
  readonly compress: {
    /** Texts that compression leaves as they stand; `*` stands for anything within a line. */
    readonly keep: readonly string[];
  };
  readonly ledger: LedgerOptions;
  readonly rules: RuleSettings;
  /** `promptmeter check` fails on findings of this severity or a higher one. */
  readonly failOn: (typeof failLevels)[number];
  /** … and of this confidence or a higher one. */
  readonly failOnConfidence: 'low' | 'medium' | 'high';
}

const compress = {
  keep: option(
    list(keptText),
    [],
    'Texts that stay as they are, byte for byte: `"Bakery of *"`, with `*` for anything within a line.',
  ),
};
const models = {
  allow: option(
    list(glob),
    [],
    'Models that may be called, as globs such as `gpt-4.1*`; `disallowed-model` reports any other. All may where none is listed.',
  ),
  aliases: option(record(model), {}, 'Names that the code gives to models, and the models they stand for.'),
};
const failOn = scalar('one of "error", "warning", "info" and "never"', { enum: failLevels }, (value) =>
  failLevels.find((level) => level === value),
);

/** Every option but the rules: type, default, sentence. The command line, the editor's settings and the schema are made from it. */
export const options = {
  defaultModel: option(
    nullable(model),
    null,
    'The model to assume where the code does not show one. Always shown as assumed.',
  ),
  include: option(list(glob), ['**/*'], 'Files to look at, as globs.'),
  exclude: option(
    list(glob),
    [],
    'Files and folders to leave out, as globs, such as `**/test/**` for what only tests send; added to what .gitignore leaves out.',
  ),
  budgets: option(list(budget), [], 'Limits that `promptmeter check` holds the prompts to.'),
  owners: option(
    byGlob(note),
    {},
    'Who owns which files, for budgets by owner: `{ "src/search/**": "search-team" }`. The first glob that matches wins; for files that none matches, CODEOWNERS says it.',
  ),
  unpriced: option(
    oneOf('pass', 'fail'),
    'pass',
    'What `promptmeter check` does where a budget in money cannot be checked because no price is known: it says so, and with `fail` it fails.',
  ),
  prices: option(
    record(price),
    {},
    'Prices of models that the price data does not know, or knows otherwise, in US dollars per million tokens.',
  ),
  models: option(
    object(models),
    fallbackOf(models),
    'Which models may be called, and how they are called here.',
  ),
  promptModels: option(
    record(model),
    {},
    'The model of single prompts, by prompt id, where the code does not show it.',
  ),
  tokenizers: option(
    byGlob(filePath),
    {},
    'Vocabularies of your own, by model: `{ "gemini-*": "./tokenizer.json" }`, a file in the format of Hugging Face. Its models are counted exactly.',
  ),
  calibration: option(
    calibration,
    {},
    'Factors by family of models and kind of text, as `promptmeter calibrate` finds them; stronger than those that ship.',
  ),
  volumes: option(
    byGlob(volume),
    {},
    'How often prompts are sent, by prompt id or a glob over them, such as `src/agent.ts#SYSTEM_PROMPT`. Costs of a month are told for these alone.',
  ),
  currency: option(
    nullable(currency),
    null,
    'The currency that you are told costs in, at a rate of your own: `{ "code": "EUR", "perUsd": 0.86, "date": "2026-11-01" }`. Programs are told US dollars.',
  ),
  pricing: option(object(pricing), fallbackOf(pricing), 'Which prices are used.'),
  cache: option(object(cache), fallbackOf(cache), 'What counts as a break of the prefix cache.'),
  compress: option(object(compress), fallbackOf(compress), 'What `promptmeter compress` does.'),
  ledger: option(object(ledger), fallbackOf(ledger), 'What the ledger keeps of the calls that it records.'),
  failOn: option(
    failOn,
    'warning',
    '`promptmeter check` fails on findings of this severity or a higher one, on none where it is `never`.',
  ),
  failOnConfidence: option(
    oneOf('low', 'medium', 'high'),
    'low',
    '`promptmeter check` fails only on findings that are at least as sure as this.',
  ),
} satisfies Fields;

/** All options. @param rules what the rules let the user state; they stand further right, and are handed in. */
export function optionsWith(rules: Shape<RuleSettings>) {
  return {
    ...options,
    rules: option(
      rules,
      {},
      'How severe each rule is taken: `off`, `info`, `warning` or `error`, or a list of that and the rule’s options.',
    ),
  } satisfies Fields;
}

function configShape(rules: Shape<RuleSettings>): Shape<Config & { readonly $schema?: string | undefined }> {
  return object({
    ...optionsWith(rules),
    $schema: optional(note, 'Where the schema of this file stands; for editors.'),
  });
}

export function configSchema(rules: Shape<RuleSettings>): JsonSchema {
  return configShape(rules).schema;
}

export const defaultConfig: Config = { ...fallbackOf(options), rules: {} };

/** Where a configuration was read. */
export interface ConfigPlace {
  /** As a person would name it. */
  readonly file: string;
  /** The line, from 1, of the key or the item at the path, or of the nearest one around it. */
  line(path: ValuePath): number;
}

export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] };

/**
 * Reads a parsed configuration. All that is wrong is told at once, each with its file and line.
 * @param rules see `optionsWith`.
 */
export function readConfig(value: unknown, where: ConfigPlace, rules: Shape<RuleSettings>): ConfigResult {
  const problems: ShapeProblem[] = [];
  const read = configShape(rules).read(value, [], problems);
  if (read !== null) {
    const { $schema: _forEditors, ...config } = read.value;
    return { kind: 'config', config };
  }
  const located = problems.map(({ path, message }) => ({
    file: where.file,
    line: where.line(path),
    message,
  }));
  return { kind: 'problems', problems: located.sort((a, b) => a.line - b.line) };
}
