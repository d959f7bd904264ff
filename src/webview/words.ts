/** Every word that the pages say of themselves; what they are told to show comes with its own. */
export const words = {
  model: 'Model',
  tokens: 'Tokens',
  context: 'Context',
  cold: '1,000 calls',
  cached: 'Cached',
  batch: 'In batches',

  find: 'Find a model',
  findHint: 'Name or provider',
  copy: 'Copy as Markdown',
  use: 'Use',
  useFor: (model: string) => `Use ${model} for this prompt`,
  useTip: 'Writes the pick into the settings of this workspace. Your source stays as it is.',
  sortBy: (title: string) => `Sort by ${title}`,
  shown: (shown: number, all: number) => (shown === all ? `${all} models` : `${shown} of ${all} models`),
  noneFound: 'No model of that name is in the price data.',
  pricesFrom: (sources: readonly string[]) => `Prices: ${sources.join('; ')}.`,
  loading: 'Counting…',
} as const;
