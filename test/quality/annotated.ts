import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `wordy`: applications' prompts as people write them; `structured`: with JSON or tables; `curated`: edited by people who count words. */
export const kinds = ['wordy', 'structured', 'curated', 'language', 'messy'] as const;
export type Kind = (typeof kinds)[number];

export const polarities = [
  'must',
  'must-not',
  'may',
  'only',
  'always',
  'condition',
  'limit',
  'order',
  'do',
] as const;
/** What a constraint does: demands, forbids, allows, restricts, conditions. `do` is a bare imperative. */
export type Polarity = (typeof polarities)[number];

/** One thing that a prompt asks for, as the person who wrote the prompt sees it. */
export interface Asked {
  readonly polarity: Polarity;
  /** The words that make it a constraint: as the prompt has them, then as a shorter text may have them. */
  readonly anchors: readonly string[];
  /** Words of what it is about; they must stand in the same sentence. */
  readonly scope: readonly string[];
}

/**
 * `held-out`: written before the tables of phrases were worked on, and not looked at for it; `held-out-later`: written when
 * they had been worked on once more, by somebody who had not seen them; `held-out-last`: written and measured before the
 * next time. What was looked at moves to `open`.
 */
const sets = ['open', 'held-out', 'held-out-later', 'held-out-last'] as const;
export type PromptSet = (typeof sets)[number];

export interface AnnotatedPrompt {
  readonly name: string;
  readonly kind: Kind;
  readonly language: string;
  readonly set: PromptSet;
  readonly text: string;
  readonly asked: readonly Asked[];
  /** Placeholders, numbers, quotations, code: byte for byte, as often as they are there. */
  readonly keeps: readonly string[];
}

/** All prompts of the suite: a head, the prompt, what it asks for, apart by lines of five equals signs. */
export function annotatedPrompts(): AnnotatedPrompt[] {
  return sets.flatMap((set) => {
    const path = join(import.meta.dirname, 'prompts', set);
    return readdirSync(path)
      .sort()
      .map((file) => read(file, readFileSync(join(path, file), 'utf8'), set));
  });
}

function read(file: string, source: string, set: PromptSet): AnnotatedPrompt {
  const [head, text, notes] = source.split(/^=====\n/m);
  if (head === undefined || text === undefined || notes === undefined)
    throw new Error(`${file} has no three parts`);
  const fields = pairs(file, head);
  const kind = kinds.find((one) => one === field(fields, 'kind', file));
  if (kind === undefined) throw new Error(`${file} has a kind that is none of ${kinds.join(', ')}`);
  const noted = pairs(file, notes);
  return {
    name: file.replace(/\.txt$/, ''),
    kind,
    language: field(fields, 'language', file),
    set,
    text: text.replace(/\n$/, ''),
    asked: noted.filter(([key]) => key !== 'keep').map(([key, value]) => asked(file, key, value)),
    keeps: noted.filter(([key]) => key === 'keep').flatMap(([, value]) => value.split(' · ')),
  };
}

function asked(file: string, key: string, value: string): Asked {
  const polarity = polarities.find((one) => one === key);
  const [anchors, scope] = value.split('|').map((one) => one.trim());
  if (polarity === undefined || !anchors) throw new Error(`${file}: "${key}: ${value}" asks for nothing`);
  return { polarity, anchors: anchors.split('/'), scope: scope ? scope.split(/, /) : [] };
}

function pairs(file: string, lines: string): (readonly [string, string])[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) throw new Error(`${file}: "${line}" has no colon`);
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
}

function field(fields: readonly (readonly [string, string])[], name: string, file: string): string {
  const found = fields.find(([key]) => key === name);
  if (found === undefined) throw new Error(`${file} has no ${name}`);
  return found[1];
}
