import type { Command } from '../command.ts';

export const compress: Command = {
  name: 'compress',
  takes: 'FILE[#PROMPT]|-',
  summary: 'say the same with fewer tokens, without losing a constraint',
  details: [
    'Shortens the prompts of a file, one of them, or a text. Prints the result; --write changes the file. What a paragraph must keep is checked, and one that would lose something stays as it is.',
  ],
  flags: [
    {
      name: 'level',
      value: 'LEVEL',
      text: 'safe, balanced (the default) or aggressive: how much besides blanks may change',
    },
    {
      name: 'engine',
      value: 'NAME',
      text: 'lexical (the default), by rules alone, llmlingua2 (experimental), by a model that scores words, or rewrite, by a language model that you name',
    },
    {
      name: 'rate',
      value: 'SHARE',
      text: 'llmlingua2: how much of all tokens to keep; 0.7, unless it is said',
    },
    { name: 'scorer', value: 'NAME', text: 'llmlingua2: which of the models that "scorers" lists' },
    {
      name: 'model-dir',
      value: 'DIR',
      text: 'llmlingua2: a folder with an ONNX file and its tokenizer.json',
    },
    {
      name: 'thin-constraints',
      text: 'llmlingua2: sentences that constrain or order may lose words too; what constrains stays',
    },
    {
      name: 'endpoint',
      value: 'URL',
      text: 'rewrite: of that model, such as http://localhost:11434/v1; else OPENAI_BASE_URL',
    },
    {
      name: 'endpoint-model',
      value: 'NAME',
      text: 'rewrite: of that model; its key comes from OPENAI_API_KEY alone',
    },
    {
      name: 'export-eval',
      value: 'FILE',
      text: 'write a promptfoo configuration that compares both texts',
    },
    {
      name: 'model',
      short: 'm',
      value: 'MODEL',
      text: 'whose tokens count where the source names no model',
    },
    { name: 'write', short: 'w', text: 'change the file' },
    {
      name: 'format',
      value: 'NAME',
      text: 'text, diff or json; text for one prompt and diff for several where it is left out',
    },
  ],
  run: async (context) => (await import('../commands/compress.ts')).compress(context),
};
