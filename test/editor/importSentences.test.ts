import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sayOfImport } from '../../src/editor/importSentences.ts';
import type { ImportSum } from '../../src/ledger/ingest/thread/messages.ts';

const sum: ImportSum = {
  ...{ kind: 'sum', logs: [{ source: 'litellm', name: 'LiteLLM spend logs', files: 1 }] },
  ...{ added: 1240, completed: 0, known: 0, malformed: 0, refused: [], others: 0, aside: null },
};

it('an import says what it brought, what was known, and what was left alone', () => {
  assert.equal(sayOfImport.sum(sum), '1,240 new calls from LiteLLM spend logs.');
  assert.equal(
    sayOfImport.sum({ ...sum, added: 1, known: 7, malformed: 1, others: 2 }),
    '1 new call from LiteLLM spend logs; 7 known already; 1 broken record left out; 2 other files left alone.',
  );
  assert.equal(
    sayOfImport.sum({ ...sum, added: 0, known: 7 }),
    'Nothing new from LiteLLM spend logs; 7 known already.',
  );
  assert.equal(sayOfImport.sum({ ...sum, added: 0, logs: [] }), 'There is no log in it that is known here.');
  const refused = [
    { path: '/oven.txt', why: 'it is neither JSON nor a table' },
    { path: '/flour.txt', why: 'it is empty' },
  ];
  assert.equal(sayOfImport.refused(refused.slice(1)), '/flour.txt was not imported: it is empty.');
  assert.match(sayOfImport.refused(refused), /^\/oven\.txt .* 1 other file neither; the output channel/);
});
