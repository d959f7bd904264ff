import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Segment } from '../../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../../hostile/memory.ts';
import { assertSound } from '../../../hostile/sound.ts';
import { misplaced, samples } from './bakery.ts';

/** What every format must say of the bakery's prompt. */
const expected = [
  'You work at "Hearth & Crumb" 🥐. Recommend ',
  { varies: 'unknown', because: 'placeholder' },
  ' to ',
  { varies: 'request', because: 'user' },
  '.\nOnly answer in ',
  { varies: 'deploy', because: 'configuration' },
  '.',
];

/** Texts that touch are one, and the last line break is the file's. */
function plain(segments: readonly Segment[]): unknown[] {
  const out: unknown[] = [];
  for (const segment of segments) {
    const last = out.at(-1);
    if (segment.kind === 'hole') out.push({ varies: segment.varies, because: segment.because });
    else if (typeof last === 'string') out[out.length - 1] = last + segment.text;
    else out.push(segment.text);
  }
  const last = out.at(-1);
  if (typeof last === 'string') out[out.length - 1] = last.replace(/\n$/, '');
  return out;
}

const lineEnds: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
};

describe('the same prompt in every format', () => {
  for (const [format, sample] of Object.entries(samples))
    for (const [name, rewrite] of Object.entries(lineEnds))
      it(`${format}, ${name}`, async () => {
        const files = Object.fromEntries(Object.entries(sample).map(([path, text]) => [path, rewrite(text)]));
        const report = await reportOf(files);
        assert.deepEqual(report.unread, []);
        const normal = (text: unknown): unknown =>
          typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text;
        assert.deepEqual(
          report.prompts.map(({ segments }) => plain(segments).map(normal)),
          [expected],
        );
        assertSound(report, files);
        assert.deepEqual(misplaced(report, files), []);
      });
});

describe('the model of a prompt file', () => {
  const named = Object.entries(samples).filter(([, files]) => /gpt-4o/.test(JSON.stringify(files)));
  for (const [format, files] of named)
    it(format, async () => {
      const [prompt] = (await reportOf(files)).prompts;
      assert.deepEqual(prompt?.model, { id: 'gpt-4o', via: 'constant' });
      assert.ok((prompt?.cost?.usdPerCall ?? 0n) > 0n);
    });

  it('is null where the file names none', async () => {
    const [prompt] = (await reportOf(samples['plain text'] ?? {})).prompts;
    assert.equal(prompt?.model, null);
    assert.equal(prompt?.cost, null);
  });
});
