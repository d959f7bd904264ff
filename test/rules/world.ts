import { readFileSync } from 'node:fs';
import { defaultConfig, type Config } from '../../src/core/config.ts';
import type { Report } from '../../src/core/report.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
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

/** The configuration under which a rule speaks even where others, to which it yields, would speak instead of it. */
export function aloud({ yieldsTo = [] }: Pick<Rule, 'yieldsTo'>): Partial<Config> {
  return { rules: Object.fromEntries(yieldsTo.map((id) => [id, { level: 'off' as const, options: {} }])) };
}
