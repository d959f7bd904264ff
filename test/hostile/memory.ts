import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig, type Config } from '../../src/core/config.ts';
import type { Host } from '../../src/core/host.ts';
import type { Segment } from '../../src/core/prompts/prompt.ts';
import type { Report } from '../../src/core/report.ts';
import { Assets } from '../../src/host/assets.ts';

/** Files in memory, by path; grammars and rank tables are the real ones. */
export function memoryHost(files: ReadonlyMap<string, string>): Host {
  const assets = new Assets();
  return {
    readFile(path) {
      const text = files.get(path);
      return text === undefined ? null : { kind: 'text', text };
    },
    listFolder(path) {
      const prefix = path === '' ? '' : `${path}/`;
      return [...files.keys()]
        .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
        .map((name) => name.slice(prefix.length))
        .sort();
    },
    loadGrammar: (name) => assets.loadGrammar(name),
    loadEncoding: (name) => assets.loadEncoding(name),
    loadTokenizer(path) {
      const text = files.get(path);
      return text === undefined
        ? { kind: 'unreadable', why: 'there is no such file' }
        : { kind: 'text', text };
    },
    loadPrices: () => assets.loadPrices(),
    readUpdatedPrices: () => null,
  };
}

/** Analyzes files that exist in memory only, with the real engine. */
export async function reportOf(
  files: Readonly<Record<string, string>>,
  config: Partial<Config> = {},
): Promise<Report> {
  const host = memoryHost(new Map(Object.entries(files)));
  return new Analyzer(host, { ...defaultConfig, ...config }).analyze(Object.keys(files));
}

/** What a model would see of every prompt, sorted. A hole that is always the same is its text, any other is `{}`. */
export function texts(report: Report): string[] {
  return report.prompts.map(({ segments }) => segments.map(textOf).join('')).sort();
}

function textOf(segment: Segment): string {
  if (segment.kind === 'text') return segment.text;
  const [always, ...others] = segment.arms ?? [];
  return always === undefined || others.length > 0 ? '{}' : always.map(textOf).join('');
}
