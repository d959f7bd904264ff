import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveAlias } from '../../core/tokens/modelId.ts';
import { Counter } from '../../core/tokens/bpe.ts';
import { fitFactors, type Sample } from '../../core/tokens/fit.ts';
import { mixtureOf } from '../../core/tokens/textKinds.ts';
import { tokenizerOf, type Tokenizer } from '../../core/tokens/tokenizer.ts';
import { Assets } from '../../host/assets.ts';
import { writeIntoConfiguration } from '../../host/configuration/write.ts';
import { pathFrom } from '../../host/repository.ts';
import { jsonCalibration, terminalCalibration, type FoundCalibration } from '../../report/calibration.ts';
import { analyzeWorkspace } from '../analysis.ts';
import type { Context } from '../command.ts';
import { textsToSend } from '../calibrationTexts.ts';
import { providerOf, type AskedProvider } from '../provider.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { version } from '../version.ts';

/** A factor fitted to fewer texts would say more about them than about the next one. */
const fewest = 5;
/** Seconds; a provider that wants longer is left alone. */
const longestWait = 30;

export async function calibrate(context: Context): Promise<number> {
  const { terminal, args } = context;
  const format = args.choice('format', ['terminal', 'json']);
  const most = args.number('most') ?? 50;
  const provider = providerOf(context);
  if (provider === null) throw new Stop(say.calibrateNeedsProvider);
  const { workspace, report, exitCode } = await analyzeWorkspace(context);
  const { config, stated, root } = workspace;
  const asked = args.value('model') ?? config.defaultModel;
  if (asked === null) throw new Stop(say.providerNeedsModel(provider.name));
  const model = resolveAlias(asked, config.models.aliases);
  const tokenizer = tokenizerOf(model, config.calibration);
  if (tokenizer.certainty === 'exact') throw new Stop(say.countedExactly(model));
  if (tokenizer.family === 'unknown') throw new Stop(say.unknownFamily(model));
  const texts = textsToSend(report.prompts, most);
  if (texts.length < fewest) throw new Stop(say.tooFewTexts(texts.length, fewest));
  if (!args.on('quiet')) terminal.stderr.write(`${say.sending(texts.length, provider.name)}\n`);

  const samples = await ask(texts, model, tokenizer, provider);
  const found: FoundCalibration = {
    family: tokenizer.family,
    model,
    provider: provider.name,
    shipped: tokenizer.factors,
    fit: fitFactors(samples, tokenizer),
  };
  const file = stated.file ?? join(root, 'promptmeter.config.json');
  const shown = pathFrom(terminal.cwd(), file);
  const wants = args.on('write');
  terminal.stdout.write(
    format === 'json' ? jsonCalibration(found, version) : terminalCalibration(found, wants ? null : shown),
  );
  if (wants) await write(found, file, shown, context);
  return exitCode;
}

async function write(
  { family, fit }: FoundCalibration,
  file: string,
  shown: string,
  context: Context,
): Promise<void> {
  if (Object.keys(fit.factors).length === 0) throw new Stop(say.nothingFitted);
  const values = Object.fromEntries(
    Object.entries(fit.factors).map(([kind, { factor, band }]) => [kind, { factor, band }]),
  );
  const writing = await writeIntoConfiguration(file, ['calibration', family], values);
  if (writing.kind === 'not written') throw new Stop(say.configNotWritten(shown, writing.why));
  if (!context.args.on('quiet')) context.terminal.stderr.write(`${say.configWritten(shown)}\n`);
}

async function ask(
  texts: readonly string[],
  model: string,
  tokenizer: Tokenizer,
  { name, counter }: AskedProvider,
): Promise<Sample[]> {
  const { encoding } = tokenizer;
  const own = new Counter(new Assets().loadEncoding(encoding), encoding);
  const samples: Sample[] = [];
  for (const text of texts) {
    let count = await counter.count(text, model);
    if (
      count.kind === 'refused' &&
      count.retryAfterSeconds !== null &&
      count.retryAfterSeconds <= longestWait
    ) {
      await sleep(count.retryAfterSeconds * 1000);
      count = await counter.count(text, model);
    }
    // What was counted so far is kept: the next run goes on from here.
    if (count.kind === 'refused')
      throw new Stop(say.calibrationStopped(name, count.why, samples.length, texts.length));
    samples.push({ text, mixture: mixtureOf(text), counted: own.count(text), tokens: count.tokens });
  }
  return samples;
}
