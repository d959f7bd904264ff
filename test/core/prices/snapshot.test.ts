import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { snapshot } from '../../../src/core/prices/lists/snapshot.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { version?: string }>>;
}

it('the price data that is installed is the one whose day we state', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const installed = JSON.parse(readFileSync(`node_modules/${snapshot.name}/package.json`, 'utf8')) as {
    version: string;
  };
  const hint = `set snapshot in src/core/prices/lists/snapshot.ts to this version and the day of its release: npm view ${snapshot.name} time`;
  assert.equal(lock.packages[`node_modules/${snapshot.name}`]?.version, snapshot.version, hint);
  assert.equal(installed.version, snapshot.version, hint);
});
