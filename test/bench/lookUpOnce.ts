// Opens a catalogue of prices and looks models up, in a process of its own. lookUpOnce.ts ours|peer
import { calcPrice } from '@pydantic/genai-prices';
import { defaultConfig } from '../../src/core/config.ts';
import { Catalog } from '../../src/core/prices/catalog.ts';
import { Assets } from '../../src/host/assets.ts';

/** What one process measured. Milliseconds; `lookup` in microseconds. */
export interface LookUp {
  /** Reading and parsing the list. */
  readonly open: number;
  /** The first model of all. */
  readonly first: number;
  /** One of the models that were looked up before, on average. */
  readonly lookup: number;
}

const models = [
  ['gpt-4o', 'openai'],
  ['claude-opus-4-8', 'anthropic'],
  ['gemini-2.5-pro', 'google'],
  ['deepseek-chat', 'deepseek'],
  ['mistral-large-latest', 'mistral'],
] as const;
const times = 20_000;

const find = process.argv[2] === 'peer' ? theirs() : await ours();
const began = performance.now();
find.one('gpt-4o', 'openai');
const first = performance.now() - began;
for (const [model, sdk] of models) find.one(model, sdk);
const before = performance.now();
for (let i = 0; i < times; i++) {
  const [model, sdk] = models[i % models.length] ?? models[0];
  find.one(model, sdk);
}
const lookup = ((performance.now() - before) * 1000) / times;
process.stdout.write(JSON.stringify({ open: find.open, first, lookup } satisfies LookUp));

interface Finder {
  readonly open: number;
  /** @throws when there is no price: what finds nothing is not fast. */
  readonly one: (model: string, sdk: string) => void;
}

async function ours(): Promise<Finder> {
  const start = performance.now();
  const catalog = await Catalog.open(defaultConfig, new Assets());
  const open = performance.now() - start;
  return {
    open,
    one: (model, sdk) => {
      if (catalog.find(model, sdk) === null) throw new Error(`no price of ${model}`);
    },
  };
}

/** It is open once it is imported, and finds a price by working one out. */
function theirs(): Finder {
  return {
    open: 0,
    one: (model, providerId) => {
      if (calcPrice({ input_tokens: 1 }, model, { providerId }) === null)
        throw new Error(`no price of ${model}`);
    },
  };
}
