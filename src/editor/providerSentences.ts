import type { NothingToAsk } from '../host/providers/sendable.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { apis, providerNames } from '../host/providers/apis.ts';
import { countWords, plural, tokenWords } from '../report/words.ts';

type CountedBy = NonNullable<Tokens['counted']>;

/** What the editor says of counting by a provider. Text only. */
export const sayOfProviders = {
  link: 'Count with the provider…',
  /** `counted by Anthropic 3 days ago` */
  countedBy: ({ by, at }: CountedBy, now: number) => `counted by ${titleOf(by)} ${age(now - at)}`,
  countedOn: ({ by, at }: CountedBy) =>
    `Counted by ${titleOf(by)} on ${new Date(at).toISOString().slice(0, 10)}.`,
  counted: (counted: CountedBy, now: number) =>
    `${upper(sayOfProviders.countedBy(counted, now))}, for this very text: a change of it brings our own count back.`,

  nothing: {
    gone: () => 'This prompt is not there any more. Ask again at another one.',
    'no model': () => 'A provider counts for a model: pick the model of this prompt first.',
    exact: (model) => `${model} is counted exactly here: there is nothing to ask its provider.`,
    'no provider': (model) =>
      `Nobody who can be asked counts for ${model}: Anthropic, OpenAI and Google count for their own models.`,
    several: () =>
      'A condition chooses between several texts here, and a provider counts one: the range stays as it is.',
    empty: () => 'Nothing of this prompt is known before the program runs: there is nothing to count.',
  } satisfies Record<NothingToAsk, (model: string) => string>,
  untrusted:
    'In Restricted Mode nothing is sent to a provider: trust this workspace first, if you know where it comes from.',

  consentTitle: (provider: string) => `Send this prompt to ${titleOf(provider)}, to be counted?`,
  consent: (characters: number, host: string, model: string, from: KeyFrom) =>
    `${plural(characters, 'character')} of its known text go to ${host}, with your key ${keyFrom[from]}, to be counted for ${model}. ` +
    'What the program fills in as it runs is not known, and not sent. The number is kept on this machine under a hash of the text; neither text nor key is kept with it.',
  send: 'Send',
  sendAlways: (provider: string) => `Always Send to ${titleOf(provider)}`,
  asking: (provider: string) => `${titleOf(provider)} is counting`,
  /** @param before the number that was shown until now. */
  told: (tokens: number, provider: string, model: string, before: Tokens) =>
    `${titleOf(provider)} counts ${plural(tokens, 'token')} for ${model}; ${before.counted ? 'before it said' : 'our own count was'} ${tokenWords(before)}.`,
  before: (tokens: number, counted: CountedBy, now: number) =>
    `${plural(tokens, 'token')}, ${sayOfProviders.countedBy(counted, now)}. It is asked again when that is 30 days old, or the text changes.`,
  refused: (provider: string, why: string) => `${titleOf(provider)} did not count: ${why}.`,
  stale: (provider: string, why: string, tokens: number, days: string) =>
    `${titleOf(provider)} did not count: ${why}. Shown is what it said ${days}: ${countWords(tokens)} tokens.`,
  failed: (why: string) => `The prompt could not be read: ${why}.`,
  noKey: (provider: string) =>
    `Asking ${titleOf(provider)} needs a key: set one here, or ${variables(provider)} in the environment that VS Code is started from.`,

  setKey: 'Set Key…',
  whoseKey: 'Whose key?',
  keySet: (provider: string) => `The key for ${titleOf(provider)} is kept in the secret storage of VS Code.`,
  keyPrompt: (provider: string) => `Key for ${titleOf(provider)}`,
  keyHint:
    'It is kept in the secret storage of VS Code, sent to this provider alone, and never written down.',
  keyWrong: 'No key has blanks or such characters: copy it again.',
  keysForgotten: 'Keys and permissions are forgotten. A key in the environment stays there.',
  age: (milliseconds: number) => age(milliseconds),
} as const;

/** Where a key was found. */
export type KeyFrom = 'secrets' | 'environment';

const keyFrom = {
  secrets: 'from the secret storage of VS Code',
  environment: 'from the environment',
} as const satisfies Record<KeyFrom, string>;

export function titleOf(provider: string): string {
  const name = providerNames.find((one) => one === provider);
  return name === undefined ? provider : apis[name].title;
}

function variables(provider: string): string {
  const name = providerNames.find((one) => one === provider);
  return name === undefined ? 'its variable' : apis[name].keys.join(' or ');
}

const day = 24 * 60 * 60 * 1000;

/** `today`, `yesterday`, `3 days ago`; by whole days of 24 hours. */
function age(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  if (days < 1) return 'today';
  return days === 1 ? 'yesterday' : `${countWords(days)} days ago`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
