import { resolve } from 'node:path';
import { demandsOf } from '../core/compress/demands.ts';
import type { CompressionTask } from '../core/compress/engine.ts';
import { viewOfTask } from '../core/compress/held.ts';
import { writeWhole } from '../host/replaceFile.ts';
import type { Told } from '../report/compression.ts';
import { evaluationOf } from '../report/evaluation.ts';
import { nameOf } from '../report/words.ts';
import type { Context } from './command.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';
import { writing } from './writing.ts';

/** Writes the evaluation that `--export-eval` names, of the one prompt that was compressed. @throws Stop */
export function exportEvaluation(
  { terminal, args }: Context,
  all: readonly { readonly told: Told; readonly task: CompressionTask }[],
  named: string,
): void {
  const file = args.value('export-eval');
  if (file === null) return;
  const [one] = all;
  if (one === undefined || all.length > 1) {
    const names = all.flatMap(({ told }) => (told.prompt === undefined ? [] : [nameOf(told.prompt)]));
    throw new Stop(say.oneEvaluation(named, names));
  }
  const { told, task } = one;
  const { compression, draft, prompt, model } = told;
  if (compression.edits.length === 0) throw new Stop(say.nothingToEvaluate);
  const text = evaluationOf({
    name: prompt === undefined ? named : nameOf(prompt),
    text: task.text,
    compression,
    role: prompt?.role ?? 'unknown',
    model,
    demands: demandsOf(viewOfTask(task)),
    ...(draft && { draft }),
  });
  writing(file, () => writeWhole(resolve(terminal.cwd(), file), text));
  if (!args.on('quiet')) terminal.stderr.write(`${say.evaluationWritten(file)}\n`);
}
