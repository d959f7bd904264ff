import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holeMark } from '../../../../src/core/compress/draft.ts';
import { unwatched, type Compression } from '../../../../src/core/compress/engine.ts';
import { llmlingua2 } from '../../../../src/core/compress/llmlingua/llmlingua2.ts';
import type { Scorer } from '../../../../src/core/compress/llmlingua/scorer.ts';
import { english } from '../../../../src/core/compress/lexicons/english.ts';
import { keptOf } from '../../../../src/core/compress/signature.ts';
import { viewOf } from '../../../../src/core/compress/view.ts';
import { randomFrom } from '../../../hostile/mutate.ts';
import { count, vocabularies } from '../counting.ts';
import { fakeScorer } from './fakeScorer.ts';

/** English enough for its language to be told, and all of it to be kept. */
const context = 'The harbour office is in the old house by the quay, and the captains ask there for a berth.';

/** Words that any context can do without. */
const small = { the: 0.01, The: 0.01, a: 0.01, of: 0.02, is: 0.03, and: 0.04 };

describe('the engine llmlingua2', () => {
  it('takes the words out that the model scores low, with the blank in front of each', async () => {
    assert.equal(
      await thinned(context, fakeScorer({ ...small, the: 0.1 }, { otherwise: 0.9 }), 0.75),
      'harbour office in old house by quay, captains ask there for berth.',
    );
  });

  it('leaves all of it where all of it is to be kept', async () => {
    assert.equal(await thinned(context, fakeScorer(small), 1), context);
  });

  it('loses about as many tokens as it is told to', async () => {
    const random = randomFrom(5);
    const text = Array.from({ length: 12 }, () => context).join(' ');
    for (const rate of [0.8, 0.6, 0.4]) {
      const scores = Object.fromEntries(text.split(/\W+/).map((word) => [word, random()]));
      const { tokens } = await compressed(text, fakeScorer(scores), rate);
      const share = tokens.after / tokens.before;
      assert.ok(share > rate - 0.2 && share < rate + 0.12, `${rate}: ${share}`);
    }
  });

  it('weighs all words of the prompt together, and not each chunk alone', async () => {
    const dull = 'the bread of the bakery is the bread of the bakery and the loaf is a loaf.';
    const text = `${context} ${context} ${dull} ${dull}`;
    const scorer = fakeScorer(
      { ...small, bread: 0.1, bakery: 0.1, loaf: 0.1 },
      { otherwise: 0.9, longest: 40 },
    );
    const result = await thinned(text, scorer, 0.5);
    assert.ok((scorer.asked[0]?.length ?? 0) > 2);
    assert.match(result, /harbour office/);
    assert.doesNotMatch(result, /bakery/);
  });

  it('keeps a third of what may go, however much is protected', async () => {
    const prose = `${context} ${context}`;
    const text = `${prose}\n\n\`\`\`\n${'keep me '.repeat(200)}\n\`\`\``;
    const random = randomFrom(9);
    const scores = Object.fromEntries(context.split(/\W+/).map((word) => [word, random()]));
    const { text: result } = await compressed(text, fakeScorer(scores), 0.2);
    const left = result.slice(0, result.indexOf('```')).trim();
    assert.ok(count(left) >= count(prose) / 5, left);
    assert.ok(count(left) < count(prose) / 2, left);
  });

  it('leaves a sentence that constrains alone, or only what constrains in it', async () => {
    const text = `${context} You must never name the price of the berth.`;
    const scorer = fakeScorer({ ...small, name: 0.01, You: 0.01 }, { otherwise: 0.9 });
    assert.match(await thinned(text, scorer, 0.5), /You must never name the price of the berth\.$/);
    const loose = await thinned(text, scorer, 0.5, false);
    assert.match(loose, /must never price berth\.$/);
  });

  it('changes nothing that is protected', async () => {
    const text = `${context} The tide table of {day} is "the table of the day", see \`the.table\` and https://harbour.example/the/table, 12 metres. ${context}`;
    const result = await thinned(text, fakeScorer({}), 0.1);
    for (const kept of [
      '{day}',
      '"the table of the day"',
      '`the.table`',
      'https://harbour.example/the/table',
      '12 metres',
    ])
      assert.ok(result.includes(kept), `${kept} in ${result}`);
  });

  it('keeps holes, and what leans on them', async () => {
    const text = `The office of ${holeMark}s is in the house, and un${holeMark}ed boats are in ${holeMark}. ${context}`;
    const result = await thinned(text, fakeScorer(small), 0.4);
    assert.equal(result.split(holeMark).length, 4);
    assert.match(result, new RegExp(`${holeMark}s`));
    assert.match(result, new RegExp(`un${holeMark}ed`));
    assert.ok(!/\uFFFC/.test(JSON.stringify(fakeScorer({}).encoder.encode(text.replaceAll(holeMark, ' ')))));
  });

  it('leaves words alone that the model has no token for', async () => {
    const text = `${context} The ☃snow of the ไทย is the bread of the bakery.`;
    assert.match(await thinned(text, fakeScorer(small), 0.3), /☃snow ไทย/);
  });

  it('takes brackets and commas with what they held', async () => {
    const text = `${context} The berth (of the quay) is free, of the, and the tide is low.`;
    const scorer = fakeScorer({ ...small, quay: 0.01 }, { otherwise: 0.9 });
    assert.match(await thinned(text, scorer, 0.5), /berth free, tide low\.$/);
  });

  it('takes a line with all of its words, but no item of a list', async () => {
    const dull = 'The of a the and of the is a the and the.';
    const scorer = fakeScorer(small, { otherwise: 0.9 });
    const line = await thinned(`${context}\n${dull}\n${context}`, scorer, 0.4);
    assert.equal(line.split('\n').length, 2);
    const item = await thinned(`${context}\n- ${dull}\n${context}`, scorer, 0.4);
    assert.equal(item.split('\n')[1], `- ${dull}`);
  });

  it('leaves a language alone whose constraints nobody here knows', async () => {
    const text = 'Портовая контора находится в старом доме у причала, и капитаны просят там место у причала.';
    const { edits, languages } = await compressed(text, fakeScorer({}), 0.3);
    assert.deepEqual([edits, languages], [[], []]);
  });

  it('leaves headings, tables, examples and code alone', async () => {
    const text = `${context}\n\n# The rules of the house\n\n| the | of |\n| --- | --- |\n| a | and |\n\nExample:\nInput: the of a\nOutput: and the\n\n${context}`;
    const result = await thinned(text, fakeScorer(small, { otherwise: 0.9 }), 0.4);
    assert.ok(result.includes(text.slice(text.indexOf('# The'), text.lastIndexOf('\n'))), result);
  });

  it('says what the scorer says when it cannot score', async () => {
    const why = 'the model is not here';
    const engine = llmlingua2(() => Promise.resolve({ kind: 'failed', why }), {
      rate: 0.5,
      keepsOrders: true,
    });
    assert.deepEqual(await engine.compress(task(context), unwatched), { kind: 'failed', why });
  });

  it('loses nothing that a text must keep, whatever the model says', async () => {
    const pieces = [
      context,
      'You must not pay "the price".',
      '- Only {boat} may stay, never 2 of them.',
      '\n',
      '\n\n',
      `${holeMark},`,
      '# Rules\n',
    ];
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: 8 }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join(
        ' ',
      );
      const scores = Object.fromEntries(text.split(/\W+/).map((word) => [word, random()]));
      const kind = seed % 2 === 0 ? 'bert' : 'xlm-roberta';
      const result = await compressed(
        text,
        fakeScorer(scores, { kind, longest: 30 }),
        random(),
        seed % 3 > 0,
      );
      const replay = `seed ${seed}: ${JSON.stringify(text)}`;
      assert.ok(result.tokens.after <= result.tokens.before, replay);
      assert.deepEqual(whatIsKept(result.text), whatIsKept(text), replay);
    }
  });
});

function whatIsKept(text: string): string[] {
  const view = viewOf(
    text,
    { level: 'safe', isWhole: true, patterns: [], vocabulary: vocabularies.of(english) },
    vocabularies,
  );
  return keptOf(view).map(({ kind, what }) => `${kind} ${what}`);
}

function task(text: string) {
  return { text, level: 'balanced', count, patterns: [], isWhole: true, vocabularies } as const;
}

async function compressed(
  text: string,
  scorer: Scorer,
  rate: number,
  keepsOrders = true,
): Promise<Compression> {
  const engine = llmlingua2(() => Promise.resolve({ kind: 'scorer', scorer }), { rate, keepsOrders });
  const outcome = await engine.compress(task(text), unwatched);
  return outcome.kind === 'compression' ? outcome.compression : assert.fail(outcome.why);
}

async function thinned(text: string, scorer: Scorer, rate: number, keepsOrders = true): Promise<string> {
  const { text: result, refused } = await compressed(text, scorer, rate, keepsOrders);
  assert.deepEqual(refused, []);
  return result;
}
