import { resolve } from 'node:path';
import type { Metering } from '../../src/core/report.ts';
import { AnalyzerThread, type Outcome } from '../../src/host/analyzer.ts';
import { makeLongFile } from './repository.ts';
import { atMost, type Result } from './result.ts';
import { median, quantile } from './statistics.ts';
import { table } from './table.ts';

const lines = 2000;
const keystrokes = 60;
/** What the first keystrokes after opening a document pay for the engine's warming up. */
const warmUp = 10;

/**
 * From a keystroke in a long file to the numbers that its lenses show, and on to what the rules find, through the worker
 * as the editor uses it: the next keystroke comes when all of that is there. The editor's own pause before it asks is
 * not counted.
 */
export async function benchEdit(_rounds: number, say: (line: string) => void): Promise<Result[]> {
  const thread = new AnalyzerThread({ script: resolve('dist/worker.js'), idleAfter: 60_000, patience: null });
  try {
    thread.openWorkspace({ key: 'bakery', root: null, from: '', trusted: true, settings: {} });
    let text = makeLongFile(lines);
    const ask = async () => {
      const about = { key: 'bakery', path: 'bakery.ts' };
      const began = performance.now();
      thread.setBuffer('bakery', 'bakery.ts', text);
      const metering = answerOf(await thread.ask('bakery.ts', { kind: 'meter', ...about }));
      const lens = performance.now() - began;
      const { findings } = answerOf(await thread.ask('bakery.ts', { kind: 'check', ...about }));
      return { metering, lens, findings, all: performance.now() - began };
    };
    const opened = await ask();
    const lenses: number[] = [];
    const checks: number[] = [];
    let tokens = totalTokens(opened.metering);
    for (let i = 0; i < warmUp + keystrokes; i++) {
      text = typed(text, i);
      const { metering, lens, all } = await ask();
      const now = totalTokens(metering);
      if (now <= tokens)
        throw new Error(`keystroke ${i} did not reach the numbers: ${now} tokens after ${tokens}`);
      tokens = now;
      if (i < warmUp) continue;
      lenses.push(lens);
      checks.push(all);
    }
    const p95 = quantile(lenses, 0.95);
    const prompts = opened.metering.prompts.length;
    say(
      table(
        [`${text.split('\n').length} lines, ${prompts} prompts, ${opened.findings.length} findings`, 'ms'],
        [
          ['opening, with the worker and its grammars', opened.lens.toFixed(0)],
          ['keystroke to lenses, median', median(lenses).toFixed(1)],
          ['keystroke to lenses, 95th percentile', p95.toFixed(1)],
          ['keystroke to findings, median', median(checks).toFixed(1)],
          ['keystroke to findings, 95th percentile', quantile(checks, 0.95).toFixed(1)],
        ],
      ),
    );
    return [atMost('edit to lens: p95 in ms', p95, 30)];
  } finally {
    thread.dispose();
  }
}

/** The text with one more word in one of its prompts, here and there in the file. */
function typed(text: string, i: number): string {
  const needle = 'Never promise';
  const from = Math.floor((text.length * ((i * 7) % 19)) / 19);
  const at = text.indexOf(needle, from) < 0 ? text.indexOf(needle) : text.indexOf(needle, from);
  return `${text.slice(0, at)}Rye. ${text.slice(at)}`;
}

function answerOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'answer') throw new Error(`no answer: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

function totalTokens({ prompts }: Metering): number {
  return prompts.reduce((sum, prompt) => sum + prompt.tokens.count, 0);
}
