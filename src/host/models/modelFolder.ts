import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../core/compress/llmlingua/encoder.ts';
import {
  readEncoder,
  readVocabulary,
  type EncoderReading,
} from '../../core/compress/llmlingua/readEncoder.ts';
import { readRegularFile } from '../regularFile.ts';

/** A model on this disk, ready to be opened. */
export interface ModelFolder {
  /** Path of the ONNX file. */
  readonly weights: string;
  readonly encoder: Encoder;
  /** Tokens of a sequence. */
  readonly longest: number;
}

export type ModelFolderReading =
  | { readonly kind: 'folder'; readonly model: ModelFolder }
  /** A fragment of a sentence, which ends with what to do. */
  | { readonly kind: 'problem'; readonly why: string };

/** Where models of this kind keep their weights; those made of whole numbers first, which are as good and much faster. */
const places = ['model_quantized', 'model_int8', 'model_uint8', 'model'].flatMap((name) => [
  `onnx/${name}.onnx`,
  `${name}.onnx`,
]);

/** Bytes; that of XLM-RoBERTa has 17 MB. */
const largestTokenizer = 64 * 1024 * 1024;
const largestConfig = 1024 * 1024;

/** All models of LLMLingua-2 were trained on sequences of 512. */
const trainedOn = 512;

/** @param weights within the folder; looked for in the usual places where it is left out. */
export function readModelFolder(folder: string, weights?: string): ModelFolderReading {
  if (!existsSync(folder)) return problem(`there is no folder ${folder}: check the spelling`);
  const found = (weights === undefined ? places : [weights]).find((path) => existsSync(join(folder, path)));
  if (found === undefined)
    return problem(
      `${folder} holds no model: put its ONNX file there, as onnx/model.onnx, and its tokenizer.json`,
    );
  const reading = encoderIn(folder);
  if (reading.kind === 'problem') return problem(`its tokenizer cannot be used: ${reading.why}`);
  const positions = jsonIn(folder, 'config.json')['max_position_embeddings'];
  const longest =
    typeof positions === 'number' && positions >= 8 ? Math.min(positions, trainedOn) : trainedOn;
  return { kind: 'folder', model: { weights: join(folder, found), encoder: reading.encoder, longest } };
}

function encoderIn(folder: string): EncoderReading {
  const json = readRegularFile(join(folder, 'tokenizer.json'), largestTokenizer);
  if (json.kind === 'text') return readEncoder(parsed(json.text));
  const list = readRegularFile(join(folder, 'vocab.txt'), largestTokenizer);
  if (list.kind === 'text')
    return readVocabulary(list.text, jsonIn(folder, 'tokenizer_config.json')['do_lower_case'] === true);
  return { kind: 'problem', why: `tokenizer.json: ${json.why}; vocab.txt: ${list.why}` };
}

function jsonIn(folder: string, name: string): Readonly<Record<string, unknown>> {
  const reading = readRegularFile(join(folder, name), largestConfig);
  const value = reading.kind === 'text' ? parsed(reading.text) : null;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `null` for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function problem(why: string): ModelFolderReading {
  return { kind: 'problem', why };
}
