import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

/** What a bundler leaves of an application: one line, short names, everything in one scope. */
function bundled(functions: number, prompt: string): string {
  const parts = Array.from(
    { length: functions },
    (_, i) =>
      `function a${i}(e,t){return e?t(a${Math.max(0, i - 1)}(e-1,t)):{s:"${i}",m:[e,t]}}var b${i}=a${i}(${i},b);`,
  );
  const call = `new o.OpenAI().chat.completions.create({model:"gpt-4o",messages:[{role:"system",content:"${prompt}"}]})`;
  return `"use strict";(()=>{var o=require("openai"),b=e=>e;${parts.join('')}${call}})();`;
}

test('a minified bundle of half a megabyte is read to an end, and the prompt in it found', async () => {
  const prompt = 'You run a harbour.';
  const files = { 'dist/harbour.min.js': bundled(5000, prompt) };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.deepEqual(texts(report), [prompt]);
});
