import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { own } from './running.ts';

describe('the provider of an upstream', () => {
  it('is told by its host, or by its name', () => {
    assert.equal(own('oven=https://api.groq.com/v1').provider, 'groq');
    assert.equal(own('gemini=https://oven.example').provider, 'google');
    assert.equal(own('oven=https://oven.example').provider, 'oven');
  });

  it('is its name also where objects of JavaScript have something of that name', () => {
    assert.equal(own('constructor=https://oven.example').provider, 'constructor');
  });
});
