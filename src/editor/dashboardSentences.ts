import type { Source, Status } from '../ledger/call.ts';
import type { UnattributedWhy } from '../ledger/dashboard.ts';
import { countWords, plural } from '../report/words.ts';
import type { Chart } from '../webview/protocol.ts';

/** What the dashboard says. Text only. */
export const sayOfDashboard = {
  tab: 'Ledger',
  title: (name: string) => `What ${name} spent`,
  ranges: { today: 'Today', '7d': '7 days', '30d': '30 days', '90d': '90 days', all: 'All' },

  gatewayRuns: (port: number, tally: string) => `The gateway listens on port ${port}: ${tally} in this run.`,
  gatewayRunsFor: (name: string) => `The gateway of this window records the calls of ${name}.`,
  gatewayOff: 'No gateway runs in this window.',
  start: 'Start Gateway',
  stop: 'Stop Gateway',
  copyEnvironment: 'Copy Environment…',
  import: 'Import Usage Log…',
  docs: 'Read How It Works',
  showAll: 'Show All',
  readWorkspace: 'Read the Workspace',

  nothingYet: [
    'Nothing was recorded yet. The ledger keeps what the calls of your application really took and cost, and tells it prompt by prompt. It stays on this machine.',
    'Start the gateway, set the address it gives you, and run your application; or bring in what another tool has recorded.',
  ],
  nothingThen: (range: string, last: string) => [
    `No call was made in this time (${range}). The last one was on ${last}.`,
  ],

  spent: 'Spent',
  unknown: 'unknown',
  nothingSpent: '–',
  unpriced: (calls: number, models: readonly string[]) =>
    `and ${plural(calls, 'call')} whose cost is not known${models.length === 0 ? '' : ` (${models.join(', ')})`}`,
  calls: 'Calls',
  failed: (failed: number, retries: number) =>
    [
      ...(failed === 0 ? [] : [`${countWords(failed)} failed`]),
      ...(retries === 0 ? [] : [`${countWords(retries)} ${retries === 1 ? 'retry' : 'retries'}`]),
    ].join(', '),
  perCall: (amount: string) => `${amount} a call`,
  uncounted: (records: number) => `and ${plural(records, 'record')} that do not say how many they stand for`,
  input: 'Input tokens',
  cached: (percent: string) => `${percent} read from the cache`,
  output: 'Output tokens',
  reasoning: (tokens: number) => `${countWords(tokens)} of them thought`,
  hitRate: 'Cache hits',
  hits: (hits: number, told: number) => `${countWords(hits)} of ${plural(told, 'call')} read from the cache`,

  charts: { spend: 'Spend', tokens: 'Tokens', calls: 'Calls' } satisfies Record<Chart['id'], string>,
  tokenParts: ['cached input', 'other input', 'output'],
  callParts: ['fine', 'failed'],
  bar: {
    none: 'no call',
    tokens: (input: number, cached: number, output: number) =>
      `${countWords(input)} input (${countWords(cached)} cached), ${countWords(output)} output`,
    calls: (calls: number, failed: number) =>
      failed === 0 ? plural(calls, 'call') : `${plural(calls, 'call')}, ${countWords(failed)} failed`,
    partly: (cost: string, unpriced: number) =>
      `${cost}, and ${plural(unpriced, 'call')} whose cost is not known`,
    unknown: (calls: number) => `${plural(calls, 'call')} whose cost is not known`,
  },

  prompts: 'Prompts',
  prompt: 'Prompt',
  noPrompts: 'No call of this time is known to belong to a prompt of your source.',
  others: (keys: number, what: string) => `${countWords(keys)} other ${what}`,
  unattributed: {
    'no-prompt': {
      heading: 'Texts that stand in no known prompt',
      text: 'What was sent stands in no prompt that was read so far. Read the workspace, so that all its prompts are known; or name the prompt in the request, with the header x-promptmeter-prompt.',
    },
    'no-text': {
      heading: 'Calls without their text',
      text: 'These were told without what was sent, so no prompt can be found in it. Send the application’s calls through the gateway, or state the prompt’s id with each call (--prompt, or "prompt" in JSON).',
    },
    embeddings: {
      heading: 'Embeddings',
      text: 'They are made of data, and belong to no prompt.',
    },
  } satisfies Record<UnattributedWhy, { readonly heading: string; readonly text: string }>,
  groups: {
    model: { heading: 'By model', first: 'Model', nobody: '(no model)', plural: 'models' },
    source: { heading: 'By source', first: 'Source', nobody: '(no source)', plural: 'sources' },
    feature: { heading: 'By feature', first: 'Feature', nobody: '(no feature)', plural: 'features' },
    user: { heading: 'By user', first: 'User', nobody: '(no user)', plural: 'users' },
  },
  sources: {
    ...{ gateway: 'Gateway', otlp: 'OpenTelemetry', http: 'Posted calls', hand: 'Recorded by hand' },
    ...{ litellm: 'LiteLLM', langfuse: 'Langfuse', helicone: 'Helicone' },
    ...{ 'openai-usage': 'OpenAI usage export', 'anthropic-usage': 'Anthropic usage export' },
    ...{ 'claude-code': 'Claude Code', codex: 'Codex' },
  } satisfies Record<Source, string>,

  failures: (calls: number) => `${plural(calls, 'call')} failed, or ended early.`,
  retries: (calls: number, cost: string | null) =>
    `${plural(calls, 'call')} tried an earlier one again${cost === null ? '' : `, for ${cost}`}.`,
  status: {
    ok: 'fine',
    error: 'failed',
    cancelled: 'the application broke off',
    incomplete: 'the answer was cut',
  } satisfies Record<Status, string>,
  failure: (provider: string | null, what: string) => (provider === null ? what : `${provider}: ${what}`),

  utc: 'Days and hours are those of UTC, as on the providers’ bills.',
  asRecorded:
    'What a call cost is reckoned once, by the price of the hour it was made in, and stays as it is.',
  unpricedNote: (models: readonly string[]) =>
    `Where no price is known, the sum is more than it says (>). State one under "prices" in promptmeter.config.json for the calls to come${models.length === 0 ? '' : `: ${models.join(', ')}`}.`,
  place: (path: string) => `The ledger: ${path}`,

  promptGone: (id: string) =>
    `${id} is not there any more: it was renamed, moved or deleted since these calls were made.`,
  fileGone: (path: string) => `${path} is not there any more.`,
  reading: 'PromptMeter is reading the workspace, to know its prompts',
  readDone: (prompts: number) =>
    `${plural(prompts, 'prompt')} of the workspace are known now; calls made with them are shown with them.`,
} as const;
