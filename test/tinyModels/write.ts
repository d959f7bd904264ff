import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeEncoder } from './encoder.ts';
import { unigramJson, wordPieceJson } from './vocabularies.ts';

export type TinyKind = 'bert' | 'bert-uncased' | 'xlm-roberta';

/**
 * Writes a folder with a model that has the form of a LLMLingua-2 scorer and random weights, in a quarter of a second: as
 * `onnx/model.onnx` and, with whole numbers for weights, `onnx/model_quantized.onnx`.
 */
export function writeTinyModel(folder: string, kind: TinyKind, labels = 2): void {
  const isUnigram = kind === 'xlm-roberta';
  const tokenizer = isUnigram ? unigramJson(true) : wordPieceJson(kind === 'bert-uncased');
  const vocabulary = Object.keys(tokenizer.model.vocab).length;
  const positions = isUnigram ? 514 : 512;
  const form = { vocabulary, positions, segments: !isUnigram, labels, seed: isUnigram ? 11 : 7 };
  const [opening, closing, unknown, padding] = isUnigram
    ? ['<s>', '</s>', '<unk>', '<pad>']
    : ['[CLS]', '[SEP]', '[UNK]', '[PAD]'];
  const files: Readonly<Record<string, object | Uint8Array>> = {
    'config.json': {
      architectures: [isUnigram ? 'XLMRobertaForTokenClassification' : 'BertForTokenClassification'],
      model_type: isUnigram ? 'xlm-roberta' : 'bert',
      vocab_size: vocabulary,
      hidden_size: 64,
      num_hidden_layers: 2,
      num_attention_heads: 4,
      max_position_embeddings: positions,
      pad_token_id: isUnigram ? 1 : 0,
    },
    'tokenizer.json': tokenizer,
    'tokenizer_config.json': {
      tokenizer_class: isUnigram ? 'XLMRobertaTokenizer' : 'BertTokenizer',
      do_lower_case: kind === 'bert-uncased',
      model_max_length: 512,
      cls_token: opening,
      bos_token: opening,
      sep_token: closing,
      eos_token: closing,
      unk_token: unknown,
      pad_token: padding,
    },
    'onnx/model.onnx': writeEncoder({ ...form, weights: 'fp32' }),
    'onnx/model_quantized.onnx': writeEncoder({ ...form, weights: 'int8' }),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content instanceof Uint8Array ? content : JSON.stringify(content));
  }
}
