import { scoringModels } from '../host/models/manifest.ts';

/** Settings of the editor alone; pure data, from which the manifest is made. What the command line knows as well stands in `core/config.ts`. */
export const editorOptions = {
  show: {
    type: 'string',
    enum: ['lens', 'inlay', 'both', 'off'],
    enumDescriptions: [
      'A line above each prompt.',
      'At the end of each prompt, and at each place where a value is filled in. No line moves.',
      'Both.',
      'Nothing in the text. The status bar and the commands stay.',
    ],
    default: 'lens',
    scope: 'language-overridable',
    text: 'Where tokens and costs are shown. Can be set per language.',
  },
  measured: {
    type: 'boolean',
    default: true,
    scope: 'window',
    text: 'Whether recorded calls are told at the prompts that they were made with, and costs of a month and findings rest on them where nobody states a volume. Nothing happens where nothing was recorded.',
  },
  findings: {
    type: 'boolean',
    default: true,
    scope: 'language-overridable',
    text: 'Whether what the rules find is shown as problems. Can be set per language; single rules are set under `#promptmeter.rules#`.',
  },
  fileBadges: {
    type: 'boolean',
    default: true,
    scope: 'window',
    text: 'Whether files with prompts that differ from the last commit have a badge in the explorer and on tabs: ↑ where they have grown, ↓ where they have shrunk, ≠ where they read otherwise. The number of tokens is shown on hover.',
  },
  'gateway.port': {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
    default: 7717,
    scope: 'machine',
    text: 'The port of this machine that **Start Gateway** listens on; 0 takes any that is free. The same as that of `promptmeter ledger serve`, so that what stands in an `.env` holds for both.',
  },
  'gateway.upstreams': {
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
    scope: 'machine',
    text: 'Providers that the gateway passes calls on to, besides OpenAI, Anthropic and Gemini: `{ "local": "http://localhost:8000/v1" }`, with the address that an SDK would be given. No folder can set this.',
  },
  'gateway.terminals': {
    type: 'string',
    enum: ['ask', 'always', 'never'],
    enumDescriptions: [
      'Ask each time that the gateway starts.',
      'Terminals that are opened while it runs use it.',
      'No terminal does; the lines can be copied.',
    ],
    default: 'ask',
    scope: 'machine',
    text: 'Whether the SDKs in integrated terminals are led through the gateway while it runs.',
  },
  'compression.engine': {
    type: 'string',
    enum: ['lexical', 'llmlingua2'],
    enumDescriptions: [
      'Rules: nothing is loaded, and every edit means the same.',
      'Experimental: a small model on this machine says which words may go. It is fetched once you have agreed.',
    ],
    default: 'lexical',
    scope: 'window',
    text: 'What _Compress Prompt_ begins with. The page offers the other.',
  },
  'compression.rate': {
    type: 'number',
    minimum: 0.3,
    maximum: 0.95,
    default: 0.7,
    scope: 'window',
    text: 'The share of a prompt’s tokens that LLMLingua-2 is to keep. What constrains stays in any case.',
  },
  'scorer.model': {
    type: 'string',
    enum: ['', ...scoringModels.map(({ id }) => id)],
    default: '',
    scope: 'machine',
    text: 'The model of LLMLingua-2; where it is empty, the first that is here. _PromptMeter: Manage Compression Models_ fetches and removes them.',
  },
  'scorer.folder': {
    type: 'string',
    default: '',
    scope: 'machine',
    text: 'An absolute path of a folder with a model of LLMLingua-2 of your own: its ONNX file, as `onnx/model.onnx`, and `tokenizer.json`. Nothing is fetched then.',
  },
  'scorer.server': {
    type: 'string',
    default: '',
    scope: 'machine',
    text: 'The address of a mirror to fetch models from, in place of `https://huggingface.co`. What comes is held to the same checksums.',
  },
} as const;

/** Options of `core/config.ts` that are settings as well, each under its own name. */
export const sharedOptions = [
  'defaultModel',
  'promptModels',
  'include',
  'exclude',
  'volumes',
  'currency',
  'prices',
  'models',
  'tokenizers',
  'pricing',
  'cache',
  'compress',
  'rules',
] as const;

export type EngineSetting = (typeof editorOptions)['compression.engine']['enum'][number];

export type Show = (typeof editorOptions.show.enum)[number];
export type InTerminals = (typeof editorOptions)['gateway.terminals']['enum'][number];
