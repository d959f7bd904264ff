import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Service } from '../../src/core/prices/lists/list.ts';
import { usageCost } from '../../src/core/prices/usage.ts';
import { usageOf } from '../../src/core/prices/usages/usageOf.ts';
import { times, usd as dollars, usdPerToken } from '../../src/core/prices/usd.ts';
import { open } from '../core/prices/lists.ts';

interface Case {
  readonly form: string;
  readonly provider: string;
  readonly model: string;
  readonly service?: Service;
  readonly answer: unknown;
  /** `null`: no price is known for what was used; `no usage`: the answer does not tell. */
  readonly usd: number | null | 'no usage';
  /** `1,200 × 2.50 + 300 × 10`: tokens × US dollars per million. */
  readonly working: string;
  readonly why?: string;
}

const { cases, forms } = JSON.parse(readFileSync('test/prices/answers.json', 'utf8')) as {
  readonly forms: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
};
const catalog = await open();

describe('what a provider answers costs what was worked out by hand', () => {
  for (const { form, provider, model, service, answer, usd, working, why } of cases)
    it(`${form}, ${model}${service === undefined ? '' : `, ${service}`}: ${why ?? working}`, () => {
      const usage = usageOf(provider, answer, service ?? null);
      if (usd === 'no usage') return assert.equal(usage, null);
      // A service that nobody knows has no usage that could be priced.
      if (usd === null && usage === null) return;
      assert.ok(usage, 'no usage was read');
      const price = catalog.find(model, provider);
      assert.ok(price, `no price of ${model}`);
      const cost = usageCost(usage, price);
      if (usd === null) assert.equal(cost.kind, 'unknown');
      else assert.deepEqual(cost, { kind: 'cost', usd: dollars(usd) });
    });
});

describe('the arithmetic beside the answers', () => {
  for (const { model, usd, working } of cases.filter((one) => typeof one.usd === 'number'))
    it(`${model}: ${working} = ${usd}`, () => {
      const sum = working.split(' + ').reduce((total, product) => {
        const [tokens = '', price = ''] = product.split(' × ');
        return total + times(usdPerToken(price), Number(tokens.replaceAll(',', '')));
      }, 0n);
      assert.equal(sum, dollars(Number(usd)));
    });

  it('speaks of every form, each with where it is published', () => {
    assert.ok(cases.length >= 60);
    for (const { form } of cases) assert.match(forms[form] ?? '', /^https:/, form);
    for (const form of Object.keys(forms))
      assert.ok(
        cases.some((one) => one.form === form),
        form,
      );
  });
});

describe('an answer that cannot be', () => {
  const chat = (usage: object) => ({ usage: { prompt_tokens: 100, completion_tokens: 10, ...usage } });
  const wrong: Readonly<Record<string, unknown>> = {
    'no answer': null,
    'a text': 'prompt_tokens: 100',
    'no usage': { choices: [] },
    'a negative count': chat({ prompt_tokens: -1 }),
    'half a token': chat({ completion_tokens: 0.5 }),
    'a count in words': chat({ prompt_tokens: 'hundred' }),
    'more from the cache than was sent': chat({ prompt_tokens_details: { cached_tokens: 101 } }),
    'more than there can be': chat({ prompt_tokens: 1e300 }),
    'more written for an hour than at all': {
      usage: {
        input_tokens: 1,
        output_tokens: 1,
        cache_creation_input_tokens: 5,
        cache_creation: { ephemeral_1h_input_tokens: 9 },
      },
    },
  };
  for (const [name, answer] of Object.entries(wrong))
    it(`${name}, has no usage`, () => assert.equal(usageOf('openai', answer), null));
});
