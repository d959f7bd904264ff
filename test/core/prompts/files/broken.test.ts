import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Report } from '../../../../src/core/report.ts';
import { reportOf, texts } from '../../../hostile/memory.ts';
import { assertSound } from '../../../hostile/sound.ts';
import { samples } from './bakery.ts';

async function read(path: string, text: string): Promise<Report> {
  const report = await reportOf({ [path]: text });
  assertSound(report, { [path]: text });
  return report;
}

describe('broken prompt files', () => {
  it('front matter that does not end: the text is read, and why not all of it', async () => {
    const report = await read('pilot.prompty', '---\nmodel: gpt-4o\nsystem:\nYou pilot ships.\n');
    assert.equal(texts(report).length, 2);
    assert.deepEqual(report.unread, [
      { path: 'pilot.prompty', why: 'its front matter does not end with a line of ---' },
    ]);
  });

  it('front matter with tabs: the messages are read', async () => {
    const report = await read('pilot.prompty', '---\nmodel:\n\tid: gpt-4o\n---\nsystem:\nYou pilot ships.\n');
    assert.deepEqual(texts(report), ['You pilot ships.']);
    assert.deepEqual(report.unread, [{ path: 'pilot.prompty', why: 'line 3 is not YAML' }]);
  });

  it('keys that come twice: both texts are read', async () => {
    const prompt = 'You pilot ships. Always answer in JSON.';
    assert.deepEqual(
      texts(await read('a.yaml', `system_prompt: ${prompt}\nsystem_prompt: ${prompt} Now.\n`)),
      [prompt, `${prompt} Now.`],
    );
  });

  it('anchors that multiply: the prompt beside them is read, and nothing is written out', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => {
      const refs = Array.from({ length: 9 }, () => (i === 0 ? 'tide' : `*a${i - 1}`));
      return `a${i}: &a${i} [${refs.join(', ')}]`;
    });
    const prompt = 'You pilot ships. Always answer in JSON.';
    const report = await read('prompts/a.yaml', `${levels.join('\n')}\nsystem_prompt: ${prompt}\n`);
    assert.deepEqual(texts(report), [prompt]);
  });

  it('an anchor that is used again is one text where it stands', async () => {
    const report = await read(
      'a.yaml',
      'system_prompt: &p You pilot ships. Always answer in JSON.\nother: *p\n',
    );
    assert.deepEqual(texts(report), ['You pilot ships. Always answer in JSON.']);
  });

  it('JSON with comments is read past them', async () => {
    const text = `{ // for the harbour\n  "system_prompt": "You pilot ships. Always answer in JSON.", /* and */\n}`;
    assert.deepEqual(texts(await read('a.json', text)), ['You pilot ships. Always answer in JSON.']);
  });

  it('Jinja that does not parse: what can be read of it is', async () => {
    const report = await read(
      'prompts/a.j2',
      'You pilot ships. Always greet {{ ship }}.\n{% if tide %}Never {{ wait',
    );
    const [text = ''] = texts(report);
    assert.match(text, /^You pilot ships\. Always greet \{\}\./);
  });

  it('Helm charts and the like are none of our business', async () => {
    assert.deepEqual((await read('chart/a.yaml', 'prompt: {{ .Values.prompt }}\n{{- if x }}\n')).unread, []);
  });

  for (const [what, text] of Object.entries({
    'no JSON at all': 'You pilot ships.',
    'no cells': '{"metadata": {}, "nbformat": 4}',
    empty: '',
  }))
    it(`a notebook with ${what} is said to be unread`, async () => {
      const report = await read('a.ipynb', text);
      assert.deepEqual(report.prompts, []);
      assert.match(report.unread[0]?.why ?? '', /^it (is not JSON|has no cells)$/);
    });

  it('a notebook of wrong types holds no prompts', async () => {
    const text =
      '{"cells": [3, {"cell_type": ["code"], "source": {"a": "b"}}, {"cell_type": "code", "source": [1, null]}]}';
    assert.deepEqual((await read('a.ipynb', text)).prompts, []);
  });

  it('a notebook of another kernel holds no prompts that are read', async () => {
    const text =
      '{"cells": [{"cell_type": "code", "source": "SYSTEM_PROMPT <- \\"You pilot ships, always\\""}], "metadata": {"language_info": {"name": "R"}}}';
    assert.deepEqual((await read('a.ipynb', text)).prompts, []);
  });

  it('survives being cut off anywhere', async () => {
    const variants = Object.values(samples).flatMap((files) => {
      const [[path, text] = ['', '']] = Object.entries(files);
      const ends = Array.from({ length: 40 }, (_, i) => Math.floor((text.length * i) / 40));
      return ends.map((end): [string, string] => [`${end}/${path}`, text.slice(0, end)]);
    });
    const files = Object.fromEntries(variants);
    assertSound(await reportOf(files), files);
  });

  it('survives any character anywhere', async () => {
    const marks = '{{,}},{%,---\n,",\',\\,\n,\r,\t,: ,- ,|,>,&a,*a,[,\ud800,\0,#'.split(',');
    let seed = 11;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const variants = Object.values(samples).flatMap((sample) => {
      const [[path, text] = ['', '']] = Object.entries(sample);
      return Array.from({ length: 60 }, (_, run): [string, string] => {
        let changed = text;
        for (let n = 0; n < 3; n++) {
          const at = next(changed.length + 1);
          changed = changed.slice(0, at) + (marks[next(marks.length)] ?? '') + changed.slice(at + next(3));
        }
        return [`${run}/${path}`, changed];
      });
    });
    const files = Object.fromEntries(variants);
    assertSound(await reportOf(files), files);
  });
});

describe('large prompt files', () => {
  const line = 'You must always bring in {{ ship }} and "never" a boat.\n';
  const megabytes: Readonly<Record<string, string>> = {
    'AGENTS.md': line.repeat(18_000),
    'prompts/a.j2': `You are a pilot.\n${line.repeat(18_000)}`,
    'prompts/b.txt': `You are a pilot.\n${'{{ '.repeat(300_000)}`,
    'prompts/c.j2': `You are a pilot. Always answer.\n${'{% raw %}'.repeat(100_000)}`,
    'a.yaml': `system_prompt: |\n${`  ${line}`.repeat(18_000)}`,
    'b.yaml': `system_prompt: ${'['.repeat(500_000)}`,
    'c.json': JSON.stringify({ system_prompt: line.repeat(18_000) }),
    'd.json': `${'{"prompt":'.repeat(100_000)}`,
    'e.toml': `prompt = """\n${line.repeat(18_000)}"""\n`,
    'f.prompty': `---\nmodel: gpt-4o\n---\n${`system:\n${line}`.repeat(5_000)}`,
  };
  for (const [path, text] of Object.entries(megabytes))
    it(`${path} ends`, async () => {
      await read(path, text);
    });
});
