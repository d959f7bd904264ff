import assert from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { writeEncodings } from '../../../scripts/encodings.ts';

const dir = mkdtempSync(join(tmpdir(), 'promptmeter-encodings-'));
const path = join(dir, 'cl100k_base.bin');

describe('the tables of the encodings', () => {
  after(() => rmSync(dir, { recursive: true }));

  it('are made, and left alone when they are current', () => {
    writeEncodings(dir);
    assert.deepEqual(readdirSync(dir).sort(), ['cl100k_base.bin', 'o200k_base.bin']);
    const before = statSync(path, { bigint: true });
    writeEncodings(dir);
    assert.equal(statSync(path, { bigint: true }).ino, before.ino);
    assert.equal(statSync(path, { bigint: true }).mtimeNs, before.mtimeNs);
  });

  it('are made again when one is cut off, foreign, or made from something else', () => {
    const whole = readFileSync(path);
    const damages: readonly (() => void)[] = [
      () => truncateSync(path, whole.length - 1),
      () => writeFileSync(path, 'a recipe for rye bread'),
      () => writeFileSync(path, Buffer.concat([whole.subarray(0, 32), Buffer.alloc(32), whole.subarray(64)])),
      () => rmSync(path),
    ];
    for (const damage of damages) {
      damage();
      writeEncodings(dir);
      assert.ok(whole.equals(readFileSync(path)));
    }
  });
});
