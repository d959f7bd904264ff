/** A file of a model where it is published. */
export interface ModelFile {
  /** Within the repository, and within the folder that it is kept in. */
  readonly path: string;
  /** Bytes; where `sha256` is `null` as the publisher's page rounds them. */
  readonly bytes: number;
  /** `null` where we could not learn it from a public source: then the file is trusted on first use. */
  readonly sha256: string | null;
}

/** A model that scores words as LLMLingua-2 does. */
export interface ScoringModel {
  readonly id: string;
  readonly summary: string;
  /** On the Hugging Face Hub. */
  readonly repository: string;
  /** A commit, which names its content; `main` where we know of none. */
  readonly revision: string;
  /** As its publishers state it. */
  readonly licence: string;
  /** Of the files that are fetched, the one with the weights. */
  readonly weights: string;
  readonly files: readonly ModelFile[];
}

const microsoft = 'Apache-2.0 (weights: microsoft/llmlingua-2-bert-base-multilingual-cased-meetingbank)';

/** huggingface.co/microsoft/…-cased-meetingbank publishes the same tokenizer, with this sum; read 2026-11-22. */
const multilingualTokenizer: ModelFile = {
  path: 'tokenizer.json',
  bytes: 2_919_362,
  sha256: 'bf1b59b7b11c95f194f51708d918eea378e09d05f84c0e1656dc5180e8117088',
};

/** Sum: huggingface.co/novelaide/LLMLingua-2-Small-INT8-ONNX, which lists the files of this revision; read 2026-11-22. */
const multilingualConfig: ModelFile = {
  path: 'config.json',
  bytes: 849,
  sha256: 'ba5bf489ee684b00ef5e38c8b19762c2b4a6ce20a6389a7acf46cc57db19a154',
};

const multilingual = {
  repository: 'ldenoue/llmlingua-2-bert-base-multilingual-cased-meetingbank',
  revision: 'd7070a9b381ca5297dd7bd5cf7704dde81470518',
  licence: microsoft,
} as const;

/** The first one is used where none is named. Sizes and revisions as their pages had them on 2026-11-22. */
export const scoringModels: readonly [ScoringModel, ...ScoringModel[]] = [
  {
    id: 'bert-multilingual-int8',
    summary: 'multilingual BERT, weights as whole numbers',
    ...multilingual,
    weights: 'onnx/model_quantized.onnx',
    files: [
      multilingualConfig,
      multilingualTokenizer,
      { path: 'onnx/model_quantized.onnx', bytes: 179_000_000, sha256: null },
    ],
  },
  {
    id: 'bert-multilingual',
    summary: 'multilingual BERT',
    ...multilingual,
    weights: 'onnx/model.onnx',
    files: [
      multilingualConfig,
      multilingualTokenizer,
      { path: 'onnx/model.onnx', bytes: 710_000_000, sha256: null },
    ],
  },
  {
    id: 'tinybert',
    summary: 'TinyBERT, English, small and fast, less sure',
    repository: 'atjsh/llmlingua-2-js-tinybert-meetingbank',
    revision: 'main',
    licence: 'not known to us: see the page of the model',
    weights: 'onnx/model.onnx',
    files: [
      { path: 'config.json', bytes: 1_000, sha256: null },
      { path: 'tokenizer.json', bytes: 700_000, sha256: null },
      { path: 'onnx/model.onnx', bytes: 57_100_000, sha256: null },
    ],
  },
  {
    id: 'xlm-roberta-large-int8',
    summary: 'XLM-RoBERTa large, weights as whole numbers, slow, the surest',
    repository: 'atjsh/llmlingua-2-js-xlm-roberta-large-meetingbank',
    revision: '11c2933c5eed99af04f5277e44e1b9a99771c058',
    licence: 'MIT',
    weights: 'onnx/model_int8.onnx',
    files: [
      // sums: huggingface.co/novelaide/LLMLingua-2-Large-INT8-ONNX, which lists the files of this revision; read 2026-11-22
      {
        path: 'config.json',
        bytes: 1_000,
        sha256: 'c2d70cabea93dc9409680b75f062c013ad58dd76b20f2d2bb71530bc6f0e163d',
      },
      {
        path: 'tokenizer.json',
        bytes: 17_080_000,
        sha256: 'd5e1e0abdc17f93ca3c0c02a75d90c7c1f4ef556dd1a4e5c12d4ad4e8812e112',
      },
      { path: 'onnx/model_int8.onnx', bytes: 562_000_000, sha256: null },
    ],
  },
];

/** The server that they are published on; `HF_ENDPOINT`, the field's own variable for a mirror, names another. */
export const publicServer = 'https://huggingface.co';

/** Where a file of a model is fetched from. @param server without a slash at its end. */
export function addressOf({ repository, revision }: ScoringModel, path: string, server: string): string {
  return `${server}/${repository}/resolve/${revision}/${path}`;
}

export function bytesOf({ files }: ScoringModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
