import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { indexRows } from '../../../src/host/git/indexFile.ts';
import { SortedEntries } from '../../../src/host/git/sortedEntries.ts';
import { git } from '../../cli/git.ts';
import { Random } from '../../core/tokens/random.ts';

describe('the file of an index', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'promptmeter-index-'));
    git(['init', '-q'], root);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const done = (words: readonly string[], input = ''): string => {
    const { code, stdout, stderr } = git(words, root, input);
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const file = (): Buffer => readFileSync(join(root, '.git/index'));
  const put = (paths: readonly string[], mode = '100644'): void => {
    const blob = done(['hash-object', '-w', '--stdin'], paths.join()).trim();
    done(
      ['update-index', '-z', '--index-info'],
      paths.map((path) => `${mode} ${blob} 0\t${path}\0`).join(''),
    );
  };
  /** As `git ls-files` would say it; `null` where git has to be asked. */
  const said = (bytes = file()): string | null => {
    const rows = indexRows(bytes);
    if (rows === null) return null;
    return Array.from(
      { length: rows.length },
      (_, i) => `${rows.mode(i)} ${rows.oid(i)} 0\t${rows.path(i)}\0`,
    ).join('');
  };
  const listed = (): string => done(['ls-files', '-s', '-z']);
  const harbour = (): void => {
    put(['quay.ts', 'src/tide.ts', 'src/tug/pilot.ts', `src/${'fog'.repeat(2000)}.ts`]);
    put(['tugs.sh'], '100755');
    put(['berth'], '120000');
  };

  for (const version of ['2', '3', '4'])
    it(`tells in version ${version} what git tells`, () => {
      harbour();
      // only with one of them has the file more flags
      if (version !== '2') {
        writeFileSync(join(root, 'captain.ts'), '');
        done(['add', '-N', 'captain.ts']);
      }
      done(['update-index', '--index-version', version]);
      assert.equal(file().readUInt32BE(4), Number(version));
      assert.equal(said(), listed());
    });

  it('tells what git tells, whatever the files are called', () => {
    const random = new Random(6);
    for (const version of ['2', '4'])
      for (let round = 0; round < 8; round++) {
        const name = (): string =>
          Array.from({ length: 1 + random.below(9) }, () => random.pick([...'ab.-0Z '])).join('');
        // folders end in a letter that no file ends in
        const paths = Array.from({ length: 1 + random.below(40) }, () => `${name()}d/${name()}f`);
        rmSync(join(root, '.git/index'), { force: true });
        put(paths.filter((path) => !path.includes('./') && !path.startsWith('.') && !path.includes('/.')));
        done(['update-index', '--index-version', version]);
        assert.equal(said(), listed(), `version ${version}, round ${round}`);
      }
  });

  it('passes over what git keeps behind the entries for itself', () => {
    harbour();
    done(['commit', '-qm', 'Begin']);
    done(['update-index', '--untracked-cache']);
    assert.match(file().toString('latin1'), /TREE/);
    assert.equal(said(), listed());
  });

  it('tells of one without a sum', () => {
    harbour();
    const bytes = file();
    bytes.fill(0, bytes.length - 20);
    assert.equal(said(bytes), listed());
  });

  it('leaves to git what is in conflict, in another file, in longer names, or no ASCII', () => {
    harbour();
    const conflict = `100644 ${'1'.repeat(40)} 2\tquay.ts\0`;
    done(['update-index', '-z', '--index-info'], conflict);
    assert.equal(said(), null);
    done(['rm', '-q', '--cached', 'quay.ts']);
    assert.equal(said(), listed());
    put(['café.ts']);
    assert.equal(said(), null);
    done(['rm', '-q', '--cached', 'café.ts']);
    done(['update-index', '--split-index']);
    assert.equal(said(), null);
    rmSync(join(root, '.git'), { recursive: true });
    done(['init', '-q', '--object-format=sha256']);
    harbour();
    assert.equal(said(), null);
  });

  it('is nothing where it is not whole', () => {
    harbour();
    const whole = file();
    for (const bytes of [Buffer.alloc(0), Buffer.from('DIRC'), Buffer.alloc(4000)])
      assert.equal(indexRows(bytes), null);
    for (let length = 0; length < whole.length; length += 7)
      assert.equal(indexRows(whole.subarray(0, length)), null, `${length} bytes`);
  });

  it('never fails on one that cannot be', () => {
    harbour();
    const random = new Random(7);
    for (const version of ['2', '4']) {
      done(['update-index', '--index-version', version]);
      const whole = file();
      for (let round = 0; round < 2000; round++) {
        const bytes = Buffer.from(whole.subarray(0, whole.length - random.below(40)));
        for (let i = 0; i < 4; i++) bytes[random.below(300)] = random.below(256);
        bytes.write('DIRC', 0);
        bytes.fill(0, Math.max(bytes.length - 20, 0));
        const rows = indexRows(bytes);
        if (rows !== null) assert.ok(Array.isArray(new SortedEntries(rows).files()));
      }
    }
  });
});
