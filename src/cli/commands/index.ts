import type { Command } from '../command.ts';

const format = { name: 'format', value: 'NAME', text: 'terminal (the default), json or markdown' };
const reportFormat = {
  name: 'format',
  value: 'NAME',
  text: 'terminal (the default), json, markdown, csv, sarif, github, gitlab or junit',
};
const noIgnore = {
  name: 'no-ignore',
  text: 'read also what .gitignore, "exclude" and the folders ignored by default leave out',
};

const noCache = {
  name: 'no-cache',
  text: 'read every file, and keep nothing of it for the next run; the answer is the same',
};

const providerFlags = [
  {
    name: 'provider',
    value: 'NAME',
    text: 'ask anthropic, openai or gemini, which is sent the text',
  },
  { name: 'base-url', value: 'URL', text: 'where to ask it; else its own variable in the environment' },
];

/** In the order of the help. What each runs is loaded when it is asked for. */
export const commands: readonly Command[] = [
  {
    name: 'init',
    takes: '',
    summary: 'set a repository up: budgets from the figures of today, and a hook before each commit',
    details: [
      'Looks at what is there, shows what it would write, and writes it after a yes. The budgets are a quarter above the',
      'largest prompt of today. A hook that is there gets one command more, in the file in which pre-commit, lefthook or',
      'husky keep theirs where one of them is used; what only a person can add is told. --undo brings back what was there.',
    ].join('\n'),
    flags: [
      { name: 'dry-run', short: 'n', text: 'show what would be written, and write nothing' },
      { name: 'yes', short: 'y', text: 'do not ask' },
      { name: 'no-hook', text: 'only the configuration' },
      { name: 'undo', text: 'bring back what stood there before' },
    ],
    run: async (context) => (await import('./init.ts')).init(context),
  },
  {
    name: 'scan',
    takes: '[PATH…]',
    summary: 'list the prompts in source code with their tokens, cost and cache breaks',
    details:
      'Looks at files and folders, the working directory where none is named. Ends with 0 unless it could not do its work.',
    flags: [reportFormat, noIgnore, noCache],
    run: async (context) => (await import('./scan.ts')).scan(context),
  },
  {
    name: 'check',
    takes: '[PATH…]',
    summary: 'hold the prompts, or what a change does to them, to the budgets and to the rules',
    details: [
      'Ends with 1 when something is over a budget, or a rule finds what is at least as severe as the',
      'option "failOn" says (a warning, unless it is set), so that a build can stop there.',
      'With --staged or --base only what the change touches is looked at: what was over its budget',
      'before and grew no further is told, and does not fail.',
    ].join('\n'),
    flags: [
      { name: 'staged', text: 'check what is staged for the next commit, not what stands in the files' },
      {
        name: 'base',
        value: 'REF',
        optional: true,
        text: 'compare with where the branch left REF; without REF, with where it left its upstream',
      },
      {
        name: 'fix',
        text: 'make the fixes after which the model reads the same; with --staged in what is staged, too',
      },
      { name: 'update-baseline', text: 'let be from now on what is over its budget, or found, today' },
      reportFormat,
      noIgnore,
      noCache,
    ],
    run: async (context) => (await import('./check.ts')).check(context),
  },
  {
    name: 'count',
    takes: '[FILE|-]',
    summary: 'count the tokens of a text',
    details:
      'Reads a file, or standard input where none is named. Nothing is sent anywhere, unless --provider asks for it; the key\ncomes from the environment.',
    flags: [
      {
        name: 'model',
        short: 'm',
        value: 'MODEL',
        text: 'the model whose tokens are counted, such as gpt-4o',
      },
      ...providerFlags,
      format,
    ],
    run: async (context) => (await import('./count.ts')).count(context),
  },
  {
    name: 'calibrate',
    takes: '[PATH…]',
    summary: 'fit the factors of a family of models to what its provider counts of your prompts',
    details:
      'Sends the texts of the prompts below these paths to the count endpoint of the provider, shows how far the counts were\noff before and after, and with --write puts the factors into the configuration. The key comes from the environment.',
    flags: [
      {
        name: 'model',
        short: 'm',
        value: 'MODEL',
        text: 'the model to calibrate for, such as claude-opus-4-8',
      },
      ...providerFlags,
      { name: 'most', value: 'N', text: 'send no more than so many prompts; 50, unless it is said' },
      { name: 'write', short: 'w', text: 'put the factors into the configuration' },
      { name: 'format', value: 'NAME', text: 'terminal (the default) or json' },
      noIgnore,
    ],
    run: async (context) => (await import('./calibrate.ts')).calibrate(context),
  },
  {
    name: 'explain',
    takes: '[RULE]',
    summary: 'explain a rule: what it finds, why that costs, how to mend it',
    details: 'Prints the page of a rule as Markdown, and the list of all rules where none is named.',
    flags: [],
    run: async (context) => (await import('./explain.ts')).explain(context),
  },
  {
    name: 'compress',
    takes: 'FILE[#PROMPT]|-',
    summary: 'say the same with fewer tokens, without losing a constraint',
    details:
      'Shortens the prompts of a file, one of them, or a text. Prints the result; --write changes the file. What a paragraph must keep is checked, and one that would lose something stays as it is.',
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
        text: 'llmlingua2: sentences that constrain may lose words too; their constraints stay',
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
    run: async (context) => (await import('./compress.ts')).compress(context),
  },
  {
    name: 'scorers',
    takes: '[fetch|remove] [NAME]',
    summary: 'list, fetch or remove the models that score words for compress',
    details: [
      '"scorers fetch" says from where, how large, under which licence and into which folder, and asks. It goes on where an',
      'earlier attempt stopped, and checks the SHA-256 of each file, where one is published; any other file is trusted as it',
      'comes the first time, and only that one is taken again. HTTPS_PROXY, NO_PROXY and HF_ENDPOINT are heeded.',
    ].join('\n'),
    flags: [
      { name: 'from', value: 'URL', text: 'fetch from a mirror that has the paths of huggingface.co' },
      { name: 'sha256', value: 'HEX', text: 'the sum that the weights must have' },
      { name: 'yes', short: 'y', text: 'do not ask' },
    ],
    run: async (context) => (await import('./scorers.ts')).scorers(context),
  },
  {
    name: 'models',
    takes: '[QUERY…]',
    summary: 'list models with their prices, limits and caches; update the prices',
    details: [
      'Words narrow the list; a name as source code spells it tells all that is known of one model.',
      '"models update --from FILE|URL" takes newer prices: data.json of genai-prices (version 2),',
      'model_prices_and_context_window.json of LiteLLM or api.json of models.dev. They are checked,',
      'and kept in your own data folder (PROMPTMETER_DATA names another). Nothing is ever fetched unasked.',
      '"models diff" shows what they change; with --from it only looks.',
    ].join('\n'),
    flags: [
      { name: 'provider', value: 'ID', text: 'of one provider only, such as anthropic or aws' },
      { name: 'max-input-price', value: 'USD', text: 'whose input costs no more per million tokens' },
      {
        name: 'min-context',
        value: 'TOKENS',
        text: 'with a context window of at least so many, such as 200k',
      },
      { name: 'from', value: 'FILE|URL', text: 'where update and diff take a price list from' },
      { name: 'date', value: 'DAY', text: 'the day that list is from; today, where nothing is said' },
      { name: 'format', value: 'NAME', text: 'terminal (the default), json, markdown or csv' },
    ],
    run: async (context) => (await import('./models.ts')).models(context),
  },
  {
    name: 'ledger',
    takes: 'VERB',
    summary: 'tell what was really spent, by prompt, day or model; record and import calls',
    details: [
      '"ledger report" tells what the recorded calls of this repository cost, by prompt unless --by says otherwise.',
      '"ledger record" records one call from the options, or calls as JSON with "ledger record FILE|-".',
      '"ledger import FILE|DIR…" takes the calls out of logs: LiteLLM spend logs, exports of Langfuse and Helicone, usage',
      'exports of OpenAI and Anthropic, sessions of Claude Code and Codex. What was imported is not counted again.',
      '"ledger serve" passes the calls of your application on to the providers and records them, until Ctrl-C: it prints the',
      'addresses to set. Only this machine can reach it; keys pass through and are not kept.',
      '"ledger export" hands every call to other programs, "ledger backup FILE" copies the ledger while it is used,',
      '"ledger prune --before DAY" deletes old calls, "ledger path" says where the ledger stands, "ledger delete" deletes it.',
      'It stands in your own data folder (PROMPTMETER_DATA names another), one for each repository. Texts are not kept,',
      'unless the option "ledger.texts" says so. Days are UTC.',
    ].join('\n'),
    flags: [
      { name: 'by', value: 'WHAT', text: 'prompt, day, model, feature, source, provider, user or session' },
      { name: 'since', value: 'DAY', text: 'from this day on, such as 2026-11-02 or 7d for seven days ago' },
      { name: 'until', value: 'DAY', text: 'up to the end of this day' },
      {
        name: 'format',
        value: 'NAME',
        text: 'report: terminal (the default), json, markdown or csv; export: jsonl, json or csv',
      },
      { name: 'ledger', value: 'FILE', text: 'another ledger than that of this repository' },
      { name: 'port', value: 'PORT', text: 'serve: where to listen; 7717, unless it is said' },
      {
        name: 'upstream',
        value: 'NAME=URL',
        text: 'serve: another provider, or another address of one; several with commas between',
      },
      { name: 'before', value: 'DAY', text: 'prune: what was sent before this day' },
      { name: 'texts', text: 'prune: only the texts, not the numbers' },
      { name: 'yes', short: 'y', text: 'delete: do it' },
      { name: 'model', short: 'm', value: 'MODEL', text: 'record: the model that answered' },
      { name: 'provider', value: 'ID', text: 'record: who answered, such as openai' },
      { name: 'input', value: 'TOKENS', text: 'record: input tokens, with those of the cache' },
      { name: 'cache-read', value: 'TOKENS', text: 'record: of the input, those read from the cache' },
      { name: 'cache-write', value: 'TOKENS', text: 'record: of the input, those written to the cache' },
      { name: 'cache-write-1h', value: 'TOKENS', text: 'record: of the input, those written for an hour' },
      { name: 'output', value: 'TOKENS', text: 'record: output tokens, with what was thought' },
      { name: 'reasoning', value: 'TOKENS', text: 'record: of the output, what was thought' },
      { name: 'usd', value: 'USD', text: 'record: what it cost, where that is known' },
      { name: 'latency', value: 'MS', text: 'record: milliseconds until the answer had ended' },
      { name: 'first-token', value: 'MS', text: 'record: milliseconds until the first token' },
      { name: 'operation', value: 'NAME', text: 'record: chat, embeddings …' },
      { name: 'service', value: 'NAME', text: 'record: standard, batch, flex or priority' },
      { name: 'status', value: 'NAME', text: 'record: ok, error, cancelled or incomplete' },
      { name: 'id', value: 'ID', text: 'record: the same id is counted once' },
      { name: 'at', value: 'TIME', text: 'record: when it was sent; now, where nothing is said' },
      { name: 'prompt', value: 'ID', text: 'record: the prompt, as scan names it' },
      { name: 'feature', value: 'NAME', text: 'record: what of the application it was for' },
      { name: 'user', value: 'NAME', text: 'record: for whom' },
      { name: 'session', value: 'ID', text: 'record: what it belongs together with' },
      { name: 'tag', value: 'NAME=VALUE', text: 'record: anything else; several with commas between' },
    ],
    run: async (context) => (await import('./ledger.ts')).ledger(context),
  },
];
