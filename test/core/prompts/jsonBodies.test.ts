import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** `role model: first words` of every prompt of a file. */
async function found(path: string, source: string): Promise<string[]> {
  const { prompts } = await reportOf({ [path]: source });
  return prompts.map(({ role, model, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${role} ${model?.id ?? '-'}: ${text.join('').replace(/\s+/g, ' ').trim().slice(0, 60)}`;
  });
}

describe('a body in JSON that is written as a text', () => {
  it('is a prompt in PHP, with the text that is put into it', async () => {
    const source = `<?php
function ask($order) {
  $rules = 'You sell bread and answer in one line.';
  $data = '{"model": "gpt-4o", "messages": [
    {"role": "system", "content": "' . $rules . '"},
    {"role": "user", "content": "Is there a loaf for ' . $order . '"}]}';
  return post($data);
}`;
    assert.deepEqual((await found('bakery/ask.php', source)).sort(), [
      'system gpt-4o: You sell bread and answer in one line.',
      'user gpt-4o: {"model": "gpt-4o", "messages": [ {"role": "system", "conten',
    ]);
  });

  it('sends in Java what callers hand to the method that writes it', async () => {
    const source = `class Desk {
  String ask(String question) {
    String body = "{\\"model\\": \\"gpt-4o\\", \\"messages\\": [{\\"role\\": \\"user\\", \\"content\\": \\"" + question + "\\"}]}";
    return post(body);
  }
  String open() { return ask("Which loaf is still warm at this hour?"); }
}`;
    const all = await found('Desk.java', source);
    assert.ok(all.includes('user -: Which loaf is still warm at this hour?'), all.join('\n'));
  });

  it('is none where it is an answer, or where nothing is put into it', async () => {
    const answer = `<?php
$answer = '{"choices": [{"message": {"role": "assistant", "content": "' . $text . '"}}], "messages": [{"role": "user", "content": "x"}]}';`;
    assert.deepEqual(await found('bakery/fake.php', answer), []);
    const fixture = `<?php
$sent = '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Which loaf is warm?"}]}';`;
    assert.deepEqual(await found('bakery/fixture.php', fixture), []);
  });
});
