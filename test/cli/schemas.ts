import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export function assertReportDocument(json: string): void {
  assertValid(json, 'report');
}

export function assertCountDocument(json: string): void {
  assertValid(json, 'count');
}

export function assertCompressDocument(json: string): void {
  assertValid(json, 'compress');
}

export function assertModelsDocument(json: string): void {
  assertValid(json, 'models');
}

export function assertLedgerDocument(json: string): void {
  assertValid(json, 'ledger');
}

function assertValid(json: string, name: string): void {
  const validate = schema(name);
  assert.ok(validate(JSON.parse(json)), JSON.stringify(validate.errors, null, 2));
}

function schema(name: string): ValidateFunction {
  const path = new URL(`../../media/${name}.schema.json`, import.meta.url);
  return new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path, 'utf8')) as object);
}
