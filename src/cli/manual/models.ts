import type { Command } from '../command.ts';

export const models: Command = {
  name: 'models',
  takes: '[QUERY…]',
  summary: 'list models with their prices, limits and caches; update the prices',
  details: [
    'Words narrow the list; a name as source code spells it tells all that is known of one model.',
    '"models update --from FILE|URL" takes newer prices: data.json of genai-prices (version 2), model_prices_and_context_window.json of LiteLLM or api.json of models.dev. They are checked, and kept in your own data folder (PROMPTMETER_DATA names another). Nothing is ever fetched unasked.',
    '"models diff" shows what they change; with --from it only looks.',
  ],
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
  run: async (context) => (await import('../commands/models.ts')).models(context),
};
