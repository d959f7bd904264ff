import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { FileCompressor, type CompressedFile, type CompressedPrompt } from '../../core/compressing.ts';
import { unwatched, type Engine, type EngineId, type Watch } from '../../core/compress/engine.ts';
import { levels, type Level } from '../../core/compress/lexicons/lexicon.ts';
import { nearest } from '../../core/nearest.ts';
import { moneyIn, type Money } from '../../core/prices/money.ts';
import type { MeteredPrompt } from '../../core/report.ts';
import { languageOf } from '../../core/source/languages/index.ts';
import { promptFormat } from '../../core/prompts/files.ts';
import { Assets } from '../../host/assets.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { Disk } from '../../host/disk.ts';
import { replaceFile } from '../../host/replaceFile.ts';
import { pathFrom } from '../../host/repository.ts';
import { compressedText, jsonCompression, notesOf, savingLine, type Told } from '../../report/compression.ts';
import { unifiedDiff } from '../../report/unified.ts';
import { nameOf } from '../../report/words.ts';
import type { Context } from '../command.ts';
import { engineOf } from '../engine.ts';
import { exportEvaluation } from '../exportEvaluation.ts';
import { textOf } from '../input.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';
import { watching } from '../watching.ts';
import { openConfig, openWorkspace } from '../workspace.ts';
import { writing } from '../writing.ts';

const formats = ['text', 'diff', 'json'] as const;

export async function compress(context: Context): Promise<number> {
  const { args } = context;
  args.choice('format', formats);
  const level = args.value('level') === null ? 'balanced' : args.choice('level', levels);
  if (args.paths.length > 1) throw new Stop(say.tooManyPaths('compress'));
  const { path, symbol } = readTarget(args.paths[0] ?? '-', context);
  const isPrompts = path !== '-' && (languageOf(path) !== null || promptFormat(path) !== null);
  const opened = engineOf(context);
  // rules are done before anybody looks, and Ctrl-C ends them as it ends any program
  const { watch, end } =
    opened.engine.id === 'lexical'
      ? idle
      : watching(context, opened.engine.id === 'rewrite' ? say.rewriting : say.scoring);
  const way: Way = { engine: opened.engine, watch, level };
  try {
    return await (isPrompts ? compressFile(context, path, symbol, way) : compressPlain(context, path, way));
  } finally {
    end();
    opened.dispose();
  }
}

const idle = { watch: unwatched, end: () => undefined };

/** How to compress. */
interface Way {
  readonly engine: Engine;
  readonly watch: Watch;
  readonly level: Level;
}

/** `FILE#SYMBOL`; a file whose name has a `#` is taken for itself. */
function readTarget(word: string, { terminal }: Context): { path: string; symbol: string | null } {
  const hash = word.lastIndexOf('#');
  if (hash <= 0 || lstatSync(resolve(terminal.cwd(), word), { throwIfNoEntry: false }) !== undefined)
    return { path: word, symbol: null };
  return { path: word.slice(0, hash), symbol: word.slice(hash + 1) };
}

async function compressPlain(context: Context, path: string, { engine, ...way }: Way): Promise<number> {
  const { terminal, args } = context;
  if (args.on('write') && path === '-') throw new Stop(say.cannotWriteStdin);
  const config = await openConfig(context);
  const whole = await textOf(context, path, 'compress');
  // the line end that a file of text ends with is the file's, not the prompt's
  const end = /(?:\r?\n)?$/.exec(whole)?.[0] ?? '';
  const text = whole.slice(0, whole.length - end.length);
  const model = args.value('model') ?? config.defaultModel;
  const compressor = await FileCompressor.open(
    new Disk(terminal.cwd(), new Assets(dataFolder(terminal.env))),
    config,
    { engine },
  );
  const found = await compressor.compressText(text, { ...way, model });
  if ('why' in found) throw new Stop(say.notCompressed(path, found.why));
  const told: Told = { ...found, refused: null, model };
  const edits = told.compression.edits.map(({ start, end, text: by }) => ({
    range: { start, end },
    text: by,
  }));
  const format = args.choice('format', formats);
  if (format === 'json')
    terminal.stdout.write(
      jsonCompression([told], { version, path: path === '-' ? null : path, engine: engine.id }),
    );
  else if (format === 'diff') terminal.stdout.write(unifiedDiff(path === '-' ? 'stdin' : path, whole, edits));
  else if (!args.on('write')) terminal.stdout.write(told.compression.text + end);
  exportEvaluation(context, [{ told, task: found.task }], path);
  if (args.on('write')) write(resolve(terminal.cwd(), path), path, whole, told.compression.text + end);
  const name = path === '-' ? 'standard input' : path;
  tell(context, [{ told, name }], moneyIn(config.currency));
  return 0;
}

async function compressFile(
  context: Context,
  named: string,
  symbol: string | null,
  { engine, ...way }: Way,
): Promise<number> {
  const { terminal, args } = context;
  const workspace = await openWorkspace({ ...context, args: args.withPaths([named]) });
  const path = workspace.from[0] ?? named;
  const disk = new Disk(workspace.root, new Assets(dataFolder(terminal.env)));
  const compressor = await FileCompressor.open(disk, workspace.config, { engine });
  const wanted = (prompt: MeteredPrompt): boolean => symbol === null || nameOf(prompt) === symbol;
  const model = args.value('model') ?? workspace.config.defaultModel;
  const file = await compressor.compress({ path, wanted, ...way, model });
  if ('why' in file) throw new Stop((file.wasRead ? say.notCompressed : say.pathUnreadable)(named, file.why));
  if (file.prompts.length === 0) {
    // by rules alone: which prompts there are is all that is asked
    const byRules = await FileCompressor.open(disk, workspace.config);
    throw new Stop(await nothingNamed(byRules, path, named, symbol));
  }
  const format =
    args.value('format') === null && file.prompts.length > 1 ? 'diff' : args.choice('format', formats);
  const here = pathFrom(terminal.cwd(), resolve(workspace.root, path));
  if (format === 'text' && file.prompts.length > 1)
    throw new Stop(
      say.severalPrompts(
        named,
        file.prompts.map(({ prompt }) => nameOf(prompt)),
      ),
    );
  exportEvaluation(
    context,
    file.prompts.map((told) => ({ told, task: told.task })),
    named,
  );
  if (args.on('write')) write(resolve(workspace.root, file.path), named, file.before, file.after);
  if (format !== 'text' || !args.on('write')) terminal.stdout.write(formatted(file, format, here, engine.id));
  tell(
    context,
    file.prompts.map((told) => ({ told, name: `${here}#${nameOf(told.prompt)}` })),
    moneyIn(workspace.config.currency),
  );
  return 0;
}

function formatted(
  file: CompressedFile,
  format: (typeof formats)[number],
  here: string,
  engine: EngineId,
): string {
  if (format === 'json') return jsonCompression(file.prompts, { version, path: here, engine });
  if (format === 'diff')
    return unifiedDiff(
      here,
      file.before,
      file.prompts.flatMap(({ edits }) => edits),
    );
  return file.prompts.map(textLine).join('');
}

function textLine(told: CompressedPrompt): string {
  const text = compressedText(told);
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** @throws Stop where the file is not what was read, or cannot be written. */
function write(path: string, named: string, before: string, after: string): void {
  if (before === after) return;
  const outcome = writing(named, () => replaceFile(path, before, after));
  if (outcome === 'changed') throw new Stop(say.changedMeanwhile(named));
  if (outcome === 'encoding') throw new Stop(say.notUtf8(named));
}

async function nothingNamed(
  compressor: FileCompressor,
  path: string,
  named: string,
  symbol: string | null,
): Promise<string> {
  const all = await compressor.compress({ path, level: 'safe', model: null });
  const names = 'why' in all ? [] : all.prompts.map(({ prompt }) => nameOf(prompt));
  return symbol === null || names.length === 0
    ? say.noPrompts(named)
    : say.noSuchPrompt(named, symbol, nearest(symbol, names), names);
}

function tell({ terminal, args }: Context, all: readonly { told: Told; name: string }[], money: Money): void {
  if (args.on('quiet')) return;
  for (const { told, name } of all) {
    terminal.stderr.write(`${savingLine(told, name, money)}\n`);
    for (const note of notesOf(told)) terminal.stderr.write(`  ${note}\n`);
  }
}
