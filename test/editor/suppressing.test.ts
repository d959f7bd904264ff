import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endings } from '../../src/editor/languages.ts';
import { ignoredLine, ignoringComment } from '../../src/editor/suppressing.ts';

test('each language gets its own comment, indented as the line below, with a place for the reason', () => {
  assert.equal(
    ignoringComment('typescript', 'filler-phrase', '    '),
    '    // promptmeter-ignore-next-line filler-phrase -- ${1:why}\n',
  );
  assert.equal(
    ignoringComment('python', 'filler-phrase', ''),
    '# promptmeter-ignore-next-line filler-phrase -- ${1:why}\n',
  );
  // The closing brackets of the comment must not close anything of the snippet.
  assert.equal(
    ignoringComment('handlebars', 'filler-phrase', ''),
    '{{!-- promptmeter-ignore-next-line filler-phrase -- ${1:why} --\\}\\}\n',
  );
});

test('every language of source code has a comment', () => {
  for (const id of endings.keys()) assert.notEqual(ignoringComment(id, 'filler-phrase', ''), null, id);
});

test('where a comment would be sent to the model, none is offered', () => {
  for (const id of ['plaintext', 'markdown', 'json', 'prompt', 'constructor'])
    assert.equal(ignoringComment(id, 'filler-phrase', ''), null, id);
});

test('the comment goes above a line that is continued, not into it', () => {
  const lines = ['berth = \\', '    assign( \\', '    "You assign berths.")'];
  assert.equal(
    ignoredLine(2, (line) => lines[line] ?? ''),
    0,
  );
  assert.equal(
    ignoredLine(0, (line) => lines[line] ?? ''),
    0,
  );
});
