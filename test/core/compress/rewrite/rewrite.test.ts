import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holeMark } from '../../../../src/core/compress/draft.ts';
import type { EngineOutcome, Watch } from '../../../../src/core/compress/engine.ts';
import { differenceOf } from '../../../../src/core/compress/rewrite/difference.ts';
import { answered } from '../../../../src/core/compress/rewrite/instructions.ts';
import { rewriting, type Said, type Write } from '../../../../src/core/compress/rewrite/rewrite.ts';
import { applyAll } from '../../../../src/core/compress/edited.ts';
import { randomFrom } from '../../../hostile/mutate.ts';
import { count, vocabularies } from '../counting.ts';

const arrival = `A captain who arrives in the harbour of ${holeMark} in the course of the evening should, as a matter of courtesy, be greeted with a short and friendly message. You must never name the price of a berth.`;
const departure =
  'When a boat leaves the harbour again, it would be a good thing to wish its crew a pleasant journey. Do not ask where they are going, unless a storm is coming within 12 hours.';
const text = `# Arrival\n${arrival}\n\n# Departure\n${departure}`;

const shorterArrival = arrival
  .replace('A captain who arrives in the harbour of', 'Captains arriving in')
  .replace(
    ' in the course of the evening should, as a matter of courtesy, be greeted',
    ' during the evening should be greeted',
  );
const shorterDeparture = departure.replace(
  'When a boat leaves the harbour again, it would be a good thing to wish its crew',
  'When a boat leaves, it would be good to wish its crew',
);

describe('an answer', () => {
  it('is what stands between the first tags, or all of it', () => {
    assert.equal(answered('Here: <shortened>\nBe brief.\n</shortened> Done.'), 'Be brief.');
    assert.equal(answered('<shortened>Be brief.</shortened><shortened>x</shortened>'), 'Be brief.');
    assert.equal(answered('</shortened> Be brief. '), '</shortened> Be brief.');
  });

  it('is read in a time that grows with its length', () => {
    const endless = '<shortened>'.repeat(200_000);
    assert.equal(answered(endless), endless);
  });
});

describe('a rewrite', () => {
  it('says each section shorter, holes where they were', async () => {
    const { compression } = made(await rewrite(model([shorterArrival, shorterDeparture])));
    assert.equal(compression.text, `# Arrival\n${shorterArrival}\n\n# Departure\n${shorterDeparture}`);
    assert.deepEqual(compression.refused, []);
    assert.ok(compression.tokens.after < compression.tokens.before);
    assert.equal(applyAll(text, compression.edits), compression.text);
    assert.deepEqual([...new Set(compression.edits.map(({ group }) => group))], [1, 2]);
  });

  it('tells the model once what it lost', async () => {
    const write = model([shorterArrival.replace('never name', 'name'), shorterArrival, shorterDeparture]);
    const { compression } = made(await rewrite(write));
    assert.match(write.asked[1]?.at(-1)?.text ?? '', /negation "never" is missing/);
    assert.ok(compression.text.includes(shorterArrival));
  });

  const faults: Readonly<Record<string, string>> = {
    'drops a "never"': shorterArrival.replace('never ', ''),
    'turns a "must" into a "may"': shorterArrival.replace('must', 'may'),
    'loses a hole': shorterArrival.replace(` ${holeMark}`, ''),
    'doubles a hole': shorterArrival.replace(holeMark, `${holeMark} ${holeMark}`),
    'answers with nonsense': 'Bananas are yellow and grow in warm countries near the sea.',
    'answers with HTML': '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
    'refuses to answer': 'I am sorry, but I can’t help with that.',
    'answers with nothing': '',
    'makes it longer': `${arrival} It should be added that the harbour is lovely in the evening, and that captains like it.`,
  };
  for (const [what, answer] of Object.entries(faults))
    it(`leaves a section alone whose rewrite ${what} twice, and takes the others`, async () => {
      const { compression } = made(await rewrite(model([answer, answer, shorterDeparture])));
      assert.equal(compression.text, `# Arrival\n${arrival}\n\n# Departure\n${shorterDeparture}`);
      assert.ok(compression.refused.length > 0);
    });

  it('tells holes apart', async () => {
    const two = `The captain of ${holeMark} asks for a berth in the harbour, and the captain of ${holeMark} asks for the price of a crane. Never mix them up.`;
    const write: Write = (conversation) => {
      const section = sectionIn(conversation);
      return Promise.resolve(section.replace('⟦1⟧', '@').replace('⟦2⟧', '⟦1⟧').replace('@', '⟦2⟧'));
    };
    const { compression } = made(await rewriting(write).compress(taskOf(two), watching()));
    assert.equal(compression.text, two);
  });

  it('says how far it is, and ends when it is cancelled', async () => {
    const told: string[] = [];
    const stop = new AbortController();
    const write = model([shorterArrival, shorterDeparture]);
    const outcome = await rewriting((conversation, signal) => {
      stop.abort();
      return write(conversation, signal);
    }).compress(taskOf(text), {
      signal: stop.signal,
      progress: (done, total) => told.push(`${done}/${total}`),
    });
    assert.deepEqual(outcome, { kind: 'failed', why: 'it was cancelled' });
    assert.deepEqual(told, ['0/2', '1/2']);
  });

  it('ends with the reason of a model that gives no answer', async () => {
    const write: Write = () => Promise.reject(new Error('the endpoint took too long to answer'));
    assert.deepEqual(await rewriting(write).compress(taskOf(text), watching()), {
      kind: 'failed',
      why: 'the endpoint took too long to answer',
    });
  });

  it('asks for nothing where there is no prose', async () => {
    const write = model([]);
    const code = '```ts\nconst berth = 12;\n```\n';
    assert.equal(made(await rewriting(write).compress(taskOf(code), watching())).compression.text, code);
    assert.deepEqual(write.asked, []);
  });
});

describe('the difference of two texts', () => {
  it('makes the one of the other, whatever they are', () => {
    const words = ['berth', 'quay', ' ', ' ', '. ', '\n', 'pier', holeMark, 'é', '漢'];
    for (let seed = 1; seed <= 300; seed++) {
      const next = randomFrom(seed);
      const some = (): string =>
        Array.from({ length: Math.floor(next() * 30) }, () => words[Math.floor(next() * words.length)]).join(
          '',
        );
      const [before, after] = [some(), some()];
      assert.equal(applyAll(before, differenceOf(before, after)), after, `seed ${seed}`);
    }
  });
});

function rewrite(write: Write): Promise<EngineOutcome> {
  return rewriting(write).compress(taskOf(text), watching());
}

function taskOf(of: string) {
  return { text: of, level: 'balanced', count, patterns: [], isWhole: true, vocabularies } as const;
}

function watching(): Watch {
  return { signal: new AbortController().signal, progress: () => undefined };
}

function made(outcome: EngineOutcome): EngineOutcome & { readonly kind: 'compression' } {
  assert.equal(outcome.kind, 'compression', JSON.stringify(outcome));
  return outcome as EngineOutcome & { readonly kind: 'compression' };
}

/** Answers one after the other, and keeps what it was asked. Headings are repeated as they are in the section. */
function model(answers: readonly string[]): Write & { readonly asked: (readonly Said[])[] } {
  const asked: (readonly Said[])[] = [];
  const write: Write = (conversation) => {
    const answer = answers[asked.length] ?? '';
    asked.push([...conversation]);
    let next = 0;
    const marked = answer.replaceAll(holeMark, () => `⟦${++next}⟧`);
    const heading = /^# .*\n/.exec(sectionIn(conversation))?.[0] ?? '';
    return Promise.resolve(`Here it is:\n<shortened>\n${heading}${marked}\n</shortened>`);
  };
  return Object.assign(write, { asked });
}

function sectionIn(conversation: readonly Said[]): string {
  return /<section>\n([^]*)\n<\/section>/.exec(conversation[1]?.text ?? '')?.[1] ?? '';
}
