import type { MeteredCall } from '../core/report.ts';
import type { Certainty, Tokens } from '../core/tokens/tokens.ts';
import type { Confidence, Found, ModelUse, Role, Varies } from '../core/prompts/prompt.ts';
import type { CacheMap, Cost } from '../core/prices/price.ts';
import type { Currency } from '../core/configMoney.ts';
import { rateWords, type Money } from '../core/prices/money.ts';
import type { Usd } from '../core/prices/usd.ts';
import {
  costWords,
  countWords,
  modelWords,
  noPriceWords,
  picturesWords,
  signOf,
  tokenWords,
  type Priced,
} from '../report/words.ts';
import type { Spot } from './convert.ts';
import { sayOfProviders } from './providerSentences.ts';

/** Every sentence the editor says to a person. Text only; what comes from a source file is escaped by who shows it. */
export const say = {
  tokens: (tokens: Tokens) =>
    `${tokenWords(tokens)} ${tokens.count === 1 && !tokens.most ? 'token' : 'tokens'}`,
  perCall: (priced: Priced, money: Money) => `${costWords(priced, money)}/call`,
  model: (model: ModelUse) => modelWords(model),
  modelUnknown: 'model unknown',
  priceUnknown: (meant: string | null) =>
    meant === null ? 'price unknown' : `price unknown: did you mean ${meant}?`,
  cacheBreaksAt: (spot: Spot) => `cache breaks at ${spotText(spot)}`,

  lensTooltip: 'Show what this prompt is made of and what it costs',
  pickTooltip: 'Pick the model of this prompt to see its exact tokens and its price',
  holeHint: (because: string, varies: Varies) => `⟨${because}${variesShort[varies]}⟩`,

  // Hover
  role: (role: Role) => roles[role],
  certainty: (tokens: Tokens) =>
    tokens.counted ? sayOfProviders.countedOn(tokens.counted) : certainties[tokens.certainty](tokens),
  knownTextOnly: (holes: number) =>
    `Counted is the text that is known; ${holes === 1 ? 'the value' : `the ${holes} values`} filled in as the program runs ${holes === 1 ? 'comes' : 'come'} on top.`,
  choiceOfTexts: 'A range, because one of several known texts is filled in.',
  cost: (priced: Priced, money: Money) => `${costWords(priced, money)} per call for this text`,
  costCached: (usd: Usd, money: Money) => `${money(usd)} when the provider's cache holds all of it`,
  noCachedPrice: 'no cached price is published',
  priceSource: (cost: Cost) =>
    `Price of ${cost.price.model} at ${cost.price.provider}: ${cost.price.source}, ${cost.price.date}. Input only; the answer costs extra.`,
  /** @param calls that share the volume. */
  monthOf: (terms: string, calls: number) =>
    `${calls === 1 ? 'the call that sends it' : 'one of the calls that send it'}, ${terms}.`,
  pictures: (pictures: MeteredCall['pictures']) => `The call sends ${picturesWords(pictures)}.`,
  rate: (currency: Currency) => `Your rate: ${rateWords(currency)}.`,
  noPrice: (model: string, meant: string | null) =>
    `${noPriceWords(model, meant)}${meant === null ? '.' : ''} State one under "prices" in promptmeter.config.json, or pick another model.`,
  noModel:
    'The source does not show which model gets this prompt, so no price is given and the tokens are approximate.',
  assumedModel: (model: string) =>
    `Assumed: the source does not show the model; ${model} was picked for this prompt, or is the default.`,
  cachePrefix: (cache: CacheMap) => cacheSentence(cache),
  cacheBreak: (expression: string, spot: Spot, lost: string | null) =>
    `${expression} at ${spotText(spot)} changes with every request, so nothing after it can be read from the cache` +
    (lost === null ? '.' : `: ${lost} lost per 1,000 calls.`),
  moveIt: 'Moving it behind the text that stays the same would mend that.',
  partTokens: (count: number, { certainty }: Tokens) =>
    `${certainty === 'exact' ? '' : '≈'}${countWords(count)}`,
  segmentText: (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
  segmentHole: (varies: Varies, because: string) => `${because}: ${variesLong[varies]}`,
  moreSegments: (count: number) => `and ${count} more parts`,
  foundBy: (found: Found, confidence: Confidence) =>
    `${evidence[found]}, so this is ${sureness[confidence]} a prompt.`,
  pickLink: 'Pick the model…',

  // Status bar
  selection: (tokens: Tokens) => say.tokens(tokens),
  file: (prompts: number, tokens: Tokens) =>
    `${prompts} ${prompts === 1 ? 'prompt' : 'prompts'}, ${say.tokens(tokens)}`,
  selectionTooltip: (tokens: Tokens, model: string | null) =>
    `${say.tokens(tokens)} in the selection, counted for ${model ?? 'no particular model'}. ${say.certainty(tokens)}`,
  fileTooltip: (usd: string | null, unpriced: number) => {
    const sum = usd === null ? 'No prompt of this file has a known price' : `${usd} for one call of each`;
    const rest = usd !== null && unpriced > 0 ? `, ${unpriced} without a known price left out` : '';
    return `PromptMeter: ${sum}${rest}. Click to go to a prompt.`;
  },
  unread: 'not read',
  unreadTooltip: (why: string) => `PromptMeter did not read this file: ${why}.`,
  statusName: 'PromptMeter',

  // Commands
  pickModelTitle: (name: string) => `Model of ${name}`,
  pickDefaultTitle: 'Model assumed where the source shows none',
  pickPlaceholder: 'Type to search, or type any other name',
  useTyped: (name: string) => `Use “${name}”`,
  typedDetail: 'a name that the price data does not list',
  forgetPick: 'Forget the pick',
  forgetPickDetail: 'let the source say which model it is',
  noDefault: 'Assume none',
  noDefaultDetail: 'prompts without a visible model stay without a price',
  pickPromptTitle: 'Prompts of this file',
  noPromptHere: 'There is no prompt at the cursor. Put it into one, or use the line above a prompt.',
  noPromptsInFile: 'PromptMeter found no prompt in this file.',
  noEditor: 'Open a source file first.',
  noSelection: 'Select some text first.',
  notRead: 'This is not a file that PromptMeter reads: neither source code nor, by its name, a prompt.',
  noFolder: 'Open a folder first: there is no workspace to scan.',
  counted: (tokens: Tokens, characters: number, model: string | null) =>
    `${say.tokens(tokens)} in ${countWords(characters)} ${characters === 1 ? 'character' : 'characters'}, counted for ${model ?? 'no particular model'}. ${say.certainty(tokens)}`,
  countFailed: (why: string) => `The selection could not be counted: ${why}.`,
  scanning: 'PromptMeter is reading the workspace',
  scanned: (done: number, total: number) => `${countWords(done)} of ${countWords(total)} files`,
  scanFailed: (why: string) =>
    `The workspace could not be read: ${why}. The output channel PromptMeter says more.`,
  showTitle: 'Where tokens and costs are shown',

  // Findings
  findingElsewhere: 'here',
  findingInPrompt: 'in this prompt',
  fixToReview: (title: string) => `${title}…`,
  ignoreHere: (rule: string) => `Ignore ${rule} here, with a reason`,
  turnRuleOff: (rule: string) => `Turn ${rule} off in this workspace`,
  explainRule: (rule: string) => `Explain ${rule}`,
  fixAll: 'Fix all that PromptMeter can safely mend',
  fixGone: 'There is nothing to mend here any more.',
  fixRefused: (path: string) =>
    `Nothing was changed: ${path} has changed since this was found. Look again in a moment.`,
  fixNotApplied: 'Nothing was changed: the editor did not take the edit. Is the file read-only?',

  // Comparison of models
  compareLink: 'Compare models…',
  compareTab: (id: string) => `Models: ${id.slice(id.indexOf('#') + 1)}`,
  compareTitle: (name: string, path: string) => `${name} in ${path}`,
  compareCosts: (holes: number) =>
    `The price is that of sending this prompt's known text 1,000 times; the answer ${holes === 0 ? '' : 'and the values filled in as the program runs '}${holes === 0 ? 'costs' : 'cost'} extra.`,
  compareCached:
    'Cached: all of that text read from the provider’s cache, where the model has such a price. Context: how much of the model’s context window the text takes.',
  compareMonth: (terms: string) =>
    `A month: ${terms}; taken to be the same for every model, of this prompt’s known text and the answers.`,
  compareFailed: (why: string) => `The models could not be compared: ${why}.`,
  promptGone: 'This prompt is not there any more. Ask again at another one.',
  copied: '$(check) Copied as Markdown',
  modelSeen: 'gets this prompt',
  modelAssumed: 'assumed',
  money: (usd: Usd, tokens: Tokens, money: Money) => `${signOf(tokens)}${money(usd)}`,
  priceOf: (cost: Cost) => `${cost.price.model} at ${cost.price.provider}: ${say.priceList(cost)}`,
  priceList: ({ price }: Cost) => `${price.source}, ${price.date}`,

  // Trouble
  restarted: (why: string) => `The analysis crashed (${why}) and starts again with the next change.`,
  stopped: (why: string) =>
    `PromptMeter stopped: its analysis crashed several times (${why}). The numbers shown are the last known.`,
  tryAgain: 'Try Again',
  configuration: (problem: string) => `PromptMeter uses its defaults: ${problem}`,
} as const;

function spotText({ file, line }: Spot): string {
  return file === null ? `line ${line}` : `${file}:${line}`;
}

function cacheSentence({ stablePrefixTokens, minimumTokens }: CacheMap): string {
  if (stablePrefixTokens === 0) return 'Nothing stands before it that stays the same.';
  const prefix = `The first ${countWords(stablePrefixTokens)} tokens are the same in every request`;
  if (minimumTokens === null) return `${prefix}.`;
  const minimum = countWords(minimumTokens);
  if (stablePrefixTokens >= minimumTokens)
    return `${prefix}: enough for the provider's cache, which starts at ${minimum}.`;
  return `${prefix}: too few for the provider's cache by themselves, which starts at ${minimum}.`;
}

const evidence = {
  call: 'A call of a model takes this text',
  message: 'It stands in a message for a model',
  'template-class': 'A prompt template is made of it',
  constant: 'Its name and its words are those of a prompt',
  function: 'The function that makes it is named for it',
  file: 'The kind of its file says so',
  marker: 'A comment says so',
} as const satisfies Record<Found, string>;

const sureness = {
  high: 'surely',
  medium: 'probably',
  low: 'perhaps',
} as const satisfies Record<Confidence, string>;

const roles = {
  system: 'System prompt',
  user: 'User message',
  assistant: 'Assistant message',
  'tool-description': 'Tool description',
  template: 'Prompt template',
  unknown: 'Prompt',
} as const satisfies Record<Role, string>;

const variesShort = {
  request: ': varies by request',
  session: ': varies by session',
  deploy: ': varies by deployment',
  never: ': never varies',
  unknown: '',
} as const satisfies Record<Varies, string>;

/** How often the value of a hole changes, as a whole clause. */
export const variesLong = {
  request: 'changes with every request',
  session: 'changes with every session',
  deploy: 'changes with a deployment',
  never: 'stays the same',
  unknown: 'how often it changes cannot be seen',
} as const satisfies Record<Varies, string>;

const certainties = {
  exact: ({ encoding }) => `Exact: counted with the model's own vocabulary, ${encoding}.`,
  calibrated: ({ encoding, band }) =>
    `Calibrated: the vocabulary is not public; counted with ${encoding} and scaled by a measured factor, right within ±${Math.round(band * 100)} %.`,
  approximate: ({ encoding, band }) =>
    `Approximate: counted with ${encoding} in place of the model's own vocabulary; it may be off by ${Math.round(band * 100)} %.`,
} as const satisfies Record<Certainty, (tokens: Tokens) => string>;
