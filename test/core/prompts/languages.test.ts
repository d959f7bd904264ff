import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { extensionOf } from '../../../src/core/source/paths.ts';
import { reportOf } from '../../hostile/memory.ts';

/**
 * The same prompts written in every language must evaluate to one and the same `segments.json`.
 * `UPDATE_SEGMENTS=1` writes what TypeScript says; read the difference before committing it.
 */
const folder = join(import.meta.dirname, 'languages');

type Plain =
  string | { readonly varies: string; readonly because: string; readonly becomes?: readonly Plain[][] };

/** Texts that touch are one, and of a hole only what does not depend on how the language spells it. */
function plain(segments: readonly Segment[]): Plain[] {
  const out: Plain[] = [];
  for (const segment of segments) {
    const last = out.at(-1);
    if (segment.kind === 'text' && typeof last === 'string') out[out.length - 1] = last + segment.text;
    else if (segment.kind === 'text') out.push(segment.text);
    else {
      const { varies, because, arms } = segment;
      out.push(
        arms === undefined
          ? { varies, because }
          : { varies, because, becomes: arms.map((arm) => plain(arm)) },
      );
    }
  }
  return out;
}

async function read(example: string, extension: string): Promise<unknown> {
  const names = readdirSync(join(folder, example)).filter((name) => extensionOf(name) === extension);
  const files = Object.fromEntries(
    names.map((name) => [`shop/${name}`, readFileSync(join(folder, example, name), 'utf8')]),
  );
  const report = await reportOf(files);
  return report.prompts
    .filter(({ path }) => path.startsWith('shop/bakery.'))
    .map(({ id, role, sdk, model, segments }) => ({
      // `greetingPrompt` and `greeting_prompt` are the same name in two languages; in some all code stands in a class
      name: id
        .slice(id.indexOf('#') + 1)
        .replace(/^Bakery\./, '')
        .replaceAll('_', '')
        .toLowerCase(),
      role,
      sdk,
      model,
      segments: plain(segments),
    }));
}

describe('the same prompt in every language', () => {
  for (const example of readdirSync(folder)) {
    const expectation = join(folder, example, 'segments.json');
    const extensions = new Set(readdirSync(join(folder, example)).map(extensionOf));
    extensions.delete('json');
    for (const extension of extensions)
      it(`${example}: .${extension}`, async () => {
        const actual = await read(example, extension);
        if (process.env.UPDATE_SEGMENTS !== undefined && extension === 'ts')
          writeFileSync(expectation, `${JSON.stringify(actual, null, 2)}\n`);
        assert.deepEqual(actual, JSON.parse(readFileSync(expectation, 'utf8')));
      });
  }
});
