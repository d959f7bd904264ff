import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompressionEdit } from '../../src/core/compress/edited.ts';
import { unwatched } from '../../src/core/compress/engine.ts';
import { llmlingua2 } from '../../src/core/compress/llmlingua/llmlingua2.ts';
import { scorerScript } from '../../src/host/assets.ts';
import { LinguaScorer } from '../../src/host/scorer/linguaScorer.ts';
import { count, vocabularies } from '../core/compress/counting.ts';
import { writeTinyModel } from '../tinyModels/write.ts';
import type { AnnotatedPrompt } from './annotated.ts';
import { outcomeOf, type HeldTo, type Outcome } from './measure.ts';
import type { Measured } from './page.ts';
import { own, port, type Shortener } from './port.ts';

/** The share of the tokens to keep; the command's own. */
const rate = 0.7;

/** What is said of every row: the weights are random numbers. */
const mark = 'tiny random model: shows that constraints hold, not quality';

/** The engine with a model of random weights, as it ships: what it keeps does not hang on what the model says. */
export async function ours(prompts: readonly AnnotatedPrompt[], keep = rate): Promise<Measured> {
  return withTinyModel(async (folder) => {
    const scorer = new LinguaScorer({ folder, script: scorerScript(), idleAfter: 60_000 });
    const engine = llmlingua2(() => scorer.open(), { rate: keep, keepsOrders: true });
    try {
      const shorten = async (text: string): Promise<readonly CompressionEdit[]> => {
        const task = { text, level: 'balanced', count, patterns: [], isWhole: true, vocabularies } as const;
        const outcome = await engine.compress(task, unwatched);
        if (outcome.kind === 'failed') throw new Error(outcome.why);
        return outcome.compression.edits;
      };
      const compressor = { name: `llmlingua2, keep ${keep * 100} % (${mark})`, isOurs: true };
      return {
        compressor,
        outcomes: await outcomesOf(prompts, shorten, { words: 'deletion', orders: 'whole' }),
      };
    } finally {
      scorer.dispose();
    }
  });
}

/** The algorithm without our mask, and the port for JavaScript, which is installed where it is not yet. */
export async function others(prompts: readonly AnnotatedPrompt[]): Promise<Measured[]> {
  return withTinyModel(async (folder) => {
    const theirs = await port(join(folder, '..'), 'model', 'bert', 'q8');
    const raw = own(folder, 'q8');
    try {
      const rows = { 'our scorer, nothing protected': raw.shorten, '`@atjsh/llmlingua-2` 3.0.0': theirs };
      const all: Measured[] = [];
      for (const [name, shorten] of Object.entries(rows)) {
        const outcomes = await outcomesOf(prompts, (text) => replaced(text, shorten), {
          words: 'free',
          orders: 'free',
        });
        all.push({ compressor: { name: `${name} (${mark})`, isOurs: false }, outcomes });
      }
      return all;
    } finally {
      raw.dispose();
    }
  });
}

/** Built again from its tokens, all of a text is another one. */
async function replaced(text: string, shorten: Shortener): Promise<CompressionEdit[]> {
  return [{ start: 0, end: text.length, text: await shorten(text, rate), passes: ['scored'], group: 1 }];
}

async function outcomesOf(
  prompts: readonly AnnotatedPrompt[],
  shorten: (text: string) => Promise<readonly CompressionEdit[]>,
  held: HeldTo,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const prompt of prompts) outcomes.push(outcomeOf(prompt, await shorten(prompt.text), held));
  return outcomes;
}

async function withTinyModel<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'promptmeter-quality-'));
  try {
    const folder = join(root, 'model');
    writeTinyModel(folder, 'bert');
    return await work(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
