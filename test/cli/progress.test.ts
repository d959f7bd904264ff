import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Progress } from '../../src/cli/progress.ts';

const wipe = '\r\u001B[2K';

function watch({ isTTY = true, quiet = false } = {}) {
  const written: string[] = [];
  const clock = { now: 0 };
  const cleanUps = new Set<() => void>();
  const onInterrupt = (cleanUp: () => void) => {
    cleanUps.add(cleanUp);
    return () => cleanUps.delete(cleanUp);
  };
  const output = { isTTY, write: (text: string) => written.push(text) };
  const progress = new Progress(
    output,
    { all: 400, quiet, interrupts: { onInterrupt, interrupted: () => Promise.resolve(), today: () => null } },
    () => clock.now,
  );
  return { written, clock, cleanUps, progress };
}

describe('progress', () => {
  it('is silent for the first half second, then tells how far it is, and leaves nothing', async () => {
    const { written, clock, progress } = watch();
    for (const [now, done] of [
      [90, 10],
      [200, 20],
      [499, 30],
      [650, 40],
      [660, 41],
      [800, 60],
    ] as const) {
      clock.now = now;
      await progress.step(done);
    }
    progress.end();
    progress.end();
    assert.deepEqual(written, [`${wipe}reading 40 of 400 files`, `${wipe}reading 60 of 400 files`, wipe]);
  });

  it('lets others run now and then, and costs nothing in between', () => {
    const { clock, progress } = watch({ isTTY: false });
    assert.equal(progress.step(1), undefined);
    clock.now = 150;
    assert.ok(progress.step(2) instanceof Promise);
    clock.now = 200;
    assert.equal(progress.step(3), undefined);
  });

  it('is silent where nobody looks, and where it was asked to be', async () => {
    for (const options of [{ isTTY: false }, { quiet: true }]) {
      const { written, clock, progress } = watch(options);
      clock.now = 2000;
      await progress.step(1);
      progress.end();
      assert.deepEqual(written, []);
    }
  });

  it('wipes its line on Ctrl-C', async () => {
    const { written, clock, cleanUps, progress } = watch();
    clock.now = 1000;
    await progress.step(1);
    for (const cleanUp of cleanUps) cleanUp();
    assert.equal(written.at(-1), wipe);
    assert.equal(cleanUps.size, 0);
  });
});
