// Compares our scorer of words with the port of LLMLingua-2 for JavaScript, on models with random weights: node test/quality/port.ts
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unwatched } from '../../src/core/compress/engine.ts';
import { stays, thresholdOf } from '../../src/core/compress/llmlingua/threshold.ts';
import { scoreWords, type ScoredWord } from '../../src/core/compress/llmlingua/words.ts';
import { scorerScript } from '../../src/host/assets.ts';
import { chunksOf } from '../../src/core/compress/llmlingua/chunks.ts';
import type { Encoder } from '../../src/core/compress/llmlingua/encoder.ts';
import type { Scorer } from '../../src/core/compress/llmlingua/scorer.ts';
import { readModelFolder } from '../../src/host/models/modelFolder.ts';
import { ScorerProcess } from '../../src/host/scorer/scorerProcess.ts';
import { count } from '../core/compress/counting.ts';
import { writeTinyModel, type TinyKind } from '../tinyModels/write.ts';
import { annotatedPrompts } from './annotated.ts';

/** What the port depends on is 420 MB, so it is no dependency of ours: it is installed here when it is asked for. */
const folder = resolve('out/port');
const packages = ['@atjsh/llmlingua-2@3.0.0', '@huggingface/transformers@4.2.0', 'js-tiktoken@1.0.21'];

/** How the port names the file of a model. */
const files = { fp32: 'onnx/model.onnx', q8: 'onnx/model_quantized.onnx' } as const;
export type Weights = keyof typeof files;

/** Shortens a text. @param rate the share of the tokens of each chunk to keep. */
export type Shortener = (text: string, rate: number) => Promise<string>;

/** @param model a folder with a model, below a folder of models. */
export async function port(
  models: string,
  model: string,
  kind: TinyKind,
  weights: Weights,
): Promise<Shortener> {
  install();
  const { transformers, tiktoken, ranks, lingua } = (await import(
    pathToFileURL(join(folder, 'load.mjs')).href
  )) as Loaded;
  Object.assign(transformers.env, {
    localModelPath: models,
    allowRemoteModels: false,
    allowLocalModels: true,
  });
  const { LLMLingua2 } = lingua;
  const open = kind === 'xlm-roberta' ? LLMLingua2.WithXLMRoBERTa : LLMLingua2.WithBERTMultilingual;
  const { promptCompressor } = await open(model, {
    transformerJSConfig: { device: 'cpu', dtype: weights },
    oaiTokenizer: new tiktoken.Tiktoken(ranks.default),
    modelSpecificOptions: { dtype: weights, device: 'cpu' },
  });
  // chunk by chunk, as ours: in a batch, weights that are whole numbers see how far the values of all chunks reach
  promptCompressor.llmlingua2Config.max_batch_size = 1;
  return (text, rate) => promptCompressor.compress(text, { rate });
}

/** Ours as the port does it, in the runtime of the port: nothing protected, a threshold for each chunk, what has no token left out. */
export function own(
  model: string,
  weights: Weights,
): { readonly shorten: Shortener; readonly encoder: Encoder; dispose(): void } {
  const reading = readModelFolder(model, files[weights]);
  if (reading.kind === 'problem') throw new Error(reading.why);
  const { encoder, longest, weights: path } = reading.model;
  const native = join(folder, 'node_modules/onnxruntime-node');
  const child = new ScorerProcess({ script: scorerScript(), model: path, idleAfter: 60_000, native });
  const scorer: Scorer = { encoder, longest, score: (sequences, watch) => child.score(sequences, watch) };
  const shorten: Shortener = async (text, rate) => {
    const outcome = await scoreWords(text, scorer, unwatched);
    if (outcome.kind === 'failed') throw new Error(outcome.why);
    const kept = keptInChunks(outcome.words, rate);
    return kept.map(({ spelt }) => spelt).join(' ');
  };
  return { shorten, encoder, dispose: () => child.dispose() };
}

function keptInChunks(words: readonly ScoredWord[], rate: number): ScoredWord[] {
  const known = words.filter(({ unknown }) => !unknown);
  const chunks = new Set(known.map(({ chunk }) => chunk));
  return [...chunks].flatMap((chunk) => {
    const inside = known.filter((word) => word.chunk === chunk);
    const weighed = inside.map((word) => ({
      word,
      probability: word.probability,
      tokens: count(word.spelt),
    }));
    const threshold = thresholdOf(weighed, rate);
    return weighed.filter((one) => stays(one, threshold)).map(({ word }) => word);
  });
}

interface Loaded {
  readonly transformers: { readonly env: object };
  readonly tiktoken: { readonly Tiktoken: new (ranks: unknown) => unknown };
  readonly ranks: { readonly default: unknown };
  readonly lingua: {
    readonly LLMLingua2: Readonly<Record<'WithXLMRoBERTa' | 'WithBERTMultilingual', OpenPort>>;
  };
}

type OpenPort = (
  model: string,
  options: object,
) => Promise<{
  readonly promptCompressor: {
    readonly llmlingua2Config: { max_batch_size: number };
    compress(text: string, options: { readonly rate: number }): Promise<string>;
  };
}>;

/** From the folder that they are installed in, each must find the others. */
const loads = `
export * as transformers from '@huggingface/transformers';
export * as tiktoken from 'js-tiktoken/lite';
export * as ranks from 'js-tiktoken/ranks/o200k_base';
export * as lingua from '@atjsh/llmlingua-2';
`;

function install(): void {
  if (existsSync(join(folder, 'node_modules/@atjsh/llmlingua-2'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'load.mjs'), loads);
  // its native runtime would fetch what only graphics cards need
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    env,
    stdio: 'inherit',
  });
}

/** A text without its blanks, and without the marks that the pieces of a vocabulary have for them: what is left are the words. */
function bare(text: string): string {
  return text.replace(/[\s\u2581]+/g, '');
}

interface Case {
  readonly text: string;
  readonly rate: number;
}

/** How many cases have the same words left; the first few that have not are shown. */
async function compare(theirs: Shortener, ours: Shortener, cases: readonly Case[]): Promise<number> {
  let same = 0;
  for (const { text, rate } of cases) {
    const [a, b] = [bare(await theirs(text, rate)), bare(await ours(text, rate))];
    if (a === b) same++;
    else console.log(`${rate} ${JSON.stringify(text.slice(0, 60))} ${difference(a, b)}`);
  }
  return same;
}

/**
 * Whether both models are given the same to read. Of a word that the vocabulary has only some tokens for, the port keeps
 * those and glues them to the word before, and where a chunk begins inside a word it reads a blank in front that is not there.
 */
function readsAlike(text: string, encoder: Encoder): boolean {
  const tokens = encoder.encode(text);
  if (tokens.some(({ unknown, piece }) => unknown && piece !== '[UNK]')) return false;
  const isUnigram = tokens.some(({ piece }) => piece.startsWith('\u2581'));
  return !isUnigram || chunksOf(tokens, 510).every(([first]) => first?.piece.startsWith('\u2581') ?? true);
}

/** Where two texts part. */
function difference(theirs: string, ours: string): string {
  let at = 0;
  while (at < theirs.length && theirs[at] === ours[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 30);
  return `at ${at} of ${theirs.length}: theirs …${around(theirs)}…, ours …${around(ours)}…`;
}

if (import.meta.main) {
  const models = mkdtempSync(join(tmpdir(), 'promptmeter-port-'));
  const prompts = annotatedPrompts().map(({ text }) => text);
  const ways = (['bert', 'bert-uncased', 'xlm-roberta'] as const).flatMap((kind) =>
    (['fp32', 'q8'] as const).map((weights) => ({ kind, weights })),
  );
  for (const { kind, weights } of ways) {
    writeTinyModel(join(models, kind), kind);
    const theirs = await port(models, kind, kind, weights);
    const ours = own(join(models, kind), weights);
    // all of them as one text, too: a few dozen chunks
    const texts = [...prompts, prompts.join('\n\n')].filter((text) => readsAlike(text, ours.encoder));
    const cases = texts.flatMap((text) => [0.35, 0.6, 0.85].map((rate) => ({ text, rate })));
    const same = await compare(theirs, ours.shorten, cases);
    ours.dispose();
    console.log(
      `${kind}, ${weights}: the same words in ${same} of ${cases.length} cases, ${prompts.length + 1 - texts.length} texts left out`,
    );
    if (same < cases.length) process.exitCode = 1;
  }
  rmSync(models, { recursive: true, force: true });
}
