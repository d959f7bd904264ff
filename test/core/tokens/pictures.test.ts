import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageSize } from '../../../src/core/prompts/request/imageSize.ts';
import { pictureTokens } from '../../../src/core/tokens/pictures.ts';
import { reportOf } from '../../hostile/memory.ts';

function base64(...bytes: number[]): string {
  return Buffer.from([...bytes, ...Array<number>(40).fill(0)]).toString('base64');
}
const text = (word: string) => [...word].map((one) => one.charCodeAt(0));
const png = base64(
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  0,
  0,
  0,
  13,
  ...text('IHDR'),
  0,
  0,
  4,
  0,
  0,
  0,
  3,
  0,
);

function tokens(model: string, width: number, height: number, detail: string | null = 'high') {
  return pictureTokens({ detail, size: { width, height } }, model)?.count;
}

describe('the size of a picture', () => {
  it('is read from the first bytes of each format', () => {
    const riff = [...text('RIFF'), 0, 0, 0, 0, ...text('WEBP')];
    const chunk = [0, 0, 0, 0];
    const cases: Readonly<Record<string, string>> = {
      png,
      gif: base64(...text('GIF89a'), 0, 4, 0, 3),
      // metadata stands before the frame
      jpeg: base64(...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1], ...[0xff, 0xc2, 0, 17, 8, 3, 0, 4, 0]),
      lossy: base64(...riff, ...text('VP8 '), ...chunk, 0, 0, 0, 0x9d, 1, 0x2a, 0, 4, 0, 3),
      lossless: base64(...riff, ...text('VP8L'), ...chunk, 0x2f, 0xff, 0xc3, 0xbf, 0),
      extended: base64(...riff, ...text('VP8X'), ...chunk, 0, 0, 0, 0, 0xff, 3, 0, 0xff, 2, 0),
    };
    for (const [name, data] of Object.entries(cases))
      for (const written of [data, `data:image/x;base64,${data}`])
        assert.deepEqual(imageSize(written), { width: 1024, height: 768 }, name);
  });

  it('is not known of what is no picture, or not enough of one', () => {
    const endless = base64(0xff, 0xd8, 0xff, 0xff, 0xff);
    const flat = base64(0x89, 0x50, 0x4e, 0x47);
    for (const written of ['', 'https://harbour.example/ship.png', png.slice(0, 20), '€€€€', endless, flat])
      assert.equal(imageSize(written), null, written);
    assert.equal(imageSize('A'.repeat(2_000_000)), null);
  });
});

describe('tokens of a picture', () => {
  it('are those of the examples that OpenAI gives, and of bills that were seen', () => {
    assert.equal(tokens('gpt-4o', 1024, 1024), 765);
    assert.equal(tokens('gpt-4o', 2048, 4096), 1105);
    assert.equal(tokens('gpt-4o', 4096, 8192, 'low'), 85);
    assert.deepEqual([tokens('gpt-4.1', 128, 64), tokens('gpt-4o-mini', 128, 64)], [255, 8500]);
    assert.deepEqual([tokens('gpt-4.1', 2049, 513), tokens('gpt-4.1', 2050, 513)], [1445, 765]);
    assert.equal(tokens('o3-2025-04-16', 128, 64), 225);
    assert.equal(tokens('gpt-4.1-nano', 128, 64), 20);
    assert.equal(tokens('gpt-4.1-mini', 1024, 1024), Math.ceil(1024 * 1.62));
    assert.equal(tokens('gpt-4.1-mini', 1800, 2400), Math.ceil(1452 * 1.62));
  });

  it('are those of Anthropic’s and Google’s formulas', () => {
    assert.equal(tokens('claude-sonnet-4-5', 1000, 1000), 1334);
    assert.equal(tokens('claude-sonnet-4-5', 4000, 4000), 1600);
    assert.equal(tokens('gemini-2.5-flash', 384, 384), 258);
    assert.equal(tokens('gemini-2.5-pro', 960, 540), 258 * 6);
  });

  it('are a range where the provider chooses the detail, and unknown where nothing tells them', () => {
    const chosen = pictureTokens({ detail: null, size: { width: 1024, height: 1024 } }, 'gpt-4o');
    assert.deepEqual([chosen?.count, chosen?.most], [85, 765]);
    assert.equal(pictureTokens({ detail: 'high', size: null }, 'gpt-4o'), null);
    assert.equal(pictureTokens({ detail: 'low', size: null }, 'gpt-4o')?.count, 85);
    for (const model of ['claude-opus-5', 'gpt-6', 'a-model-of-the-harbour', null])
      assert.equal(pictureTokens({ detail: 'low', size: { width: 10, height: 10 } }, model), null);
  });

  it('come into the request, and what is not counted is told', async () => {
    const ask = (model: string, parts: string) => `import OpenAI from 'openai';
const SHIP = 'data:image/png;base64,${png}';
export const ask = (url: string) => new OpenAI().chat.completions.create({ model: '${model}', messages: [
  { role: 'user', content: [{ type: 'text', text: 'Which ship is this, and where is it bound for?' }, ${parts}] }] });`;
    const of = async (parts: string, model = 'gpt-4o') => {
      const [call] = (await reportOf({ 'ship.ts': ask(model, parts) })).calls;
      assert.ok(call?.inputTokens);
      return { count: call.inputTokens.count, pictures: call.pictures, encoding: call.inputTokens.encoding };
    };
    const bare = await of('');
    const url = `{ type: 'image_url', image_url: { url } }`;
    const low = `{ type: 'image_url', image_url: { url, detail: 'low' } }`;
    const known = `{ type: 'image_url', image_url: { url: SHIP, detail: 'high' } }`;
    assert.deepEqual(bare.pictures, { all: 0, uncounted: 0 });
    assert.deepEqual(await of(url), { ...bare, pictures: { all: 1, uncounted: 1 } });
    const counted = await of([url, low, known].join(', '));
    assert.deepEqual(counted, { ...bare, count: bare.count + 85 + 765, pictures: { all: 3, uncounted: 1 } });
  });

  it('are read from the pictures of Anthropic’s requests', async () => {
    const python = `import anthropic
anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=10, messages=[{"role": "user", "content": [
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "${png}"}},
    {"type": "text", "text": "Which ship is this, and where is it bound for?"}]}])`;
    const [call] = (await reportOf({ 'ship.py': python })).calls;
    assert.deepEqual(call?.pictures, { all: 1, uncounted: 0 });
    assert.ok((call?.inputTokens?.count ?? 0) > (1024 * 768) / 750);
  });
});
