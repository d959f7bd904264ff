import { existsSync, readFileSync } from 'node:fs';
import { defaultConfig, readConfig, type Config } from '../../src/core/config.ts';
import type { Report } from '../../src/core/report.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { ruleSettings } from '../../src/core/rules/settings.ts';
import { reportOf } from '../hostile/memory.ts';

/** About 2,000 tokens of a harbour's rules, no two lines the same. */
const handbook = Array.from(
  { length: 80 },
  (_, i) =>
    `${i + 1}. A ship that lies at berth ${(i * 37) % 91} for more than ${(i * 7) % 12} days tells the harbour office by radio before noon.`,
).join('\\n');

/** What examples and fixtures import: `HANDBOOK`, long enough to be worth caching with every model. */
const texts: Readonly<Record<string, string>> = {
  'handbook.ts': `export const HANDBOOK = '${handbook}';\n`,
  'handbook.py': `HANDBOOK = '${handbook}'\n`,
  'handbook.go': `package harbour\n\nconst Handbook = "${handbook}"\n`,
  'Handbook.java': `package harbour;\n\nclass Handbook {\n  static final String TEXT = "${handbook}";\n}\n`,
};

/** Analyzes one file beside the texts it may import. */
export async function reportOn(name: string, code: string, config: Partial<Config> = {}): Promise<Report> {
  return reportOf({ ...texts, [name]: code }, { ...defaultConfig, ...config });
}

export function readText(path: URL): string {
  return readFileSync(path, 'utf8');
}

/**
 * The configuration under which a rule is tried: that of `test/rules/<id>/promptmeter.config.json`, where there is one, and
 * without the rules that would speak instead of it.
 */
export function configFor({ id, yieldsTo = [] }: Pick<Rule, 'id' | 'yieldsTo'>): Partial<Config> {
  const path = new URL(`./${id}/promptmeter.config.json`, import.meta.url);
  const stated = existsSync(path) ? (JSON.parse(readText(path)) as unknown) : {};
  const read = readConfig(stated, { file: path.pathname, line: () => 1 }, ruleSettings);
  if (read.kind !== 'config') throw new Error(JSON.stringify(read));
  const quiet = Object.fromEntries(yieldsTo.map((other) => [other, { level: 'off' as const, options: {} }]));
  return { ...read.config, rules: { ...read.config.rules, ...quiet } };
}
