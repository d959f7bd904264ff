import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import { promptmeter, Sandbox, type Outcome } from './console.ts';
import { git, gitEnvironment } from './git.ts';

export const harbourConfiguration = JSON.stringify({
  pricing: { asOf: '2026-11-01' },
  budgets: [{ prompts: '**', maxTokens: 20 }],
});
/** A file with one call that sends this text. */
export const agent = (text: string): string => `import OpenAI from 'openai';
export const ask = () => new OpenAI().chat.completions.create({
  model: 'gpt-4.1', max_tokens: 9, messages: [{ role: 'system', content: ${JSON.stringify(text)} }],
});
`;
/** Within the budget of 20 tokens. */
export const short = 'You are the harbour master. Answer briefly.';
/** Beyond it. */
export const long = `${short} Name the berth, the tide, the tug, the pilot and the captain of every ship that asks, and never forget the fog.`;

/** A repository with one agent within its budget, committed. */
export function harbourRepository(): Sandbox {
  const sandbox = new Sandbox(undefined, 'none');
  sandbox.write('promptmeter.config.json', harbourConfiguration);
  sandbox.write('src/agent.ts', agent(short));
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'Begin'],
  ])
    git(words, sandbox.root);
  return sandbox;
}

export function check(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return promptmeter(['check', ...words], { cwd, env: { ...gitEnvironment, ...env } });
}

/** What a test does in the repository that it has for itself. */
export interface Harbour {
  readonly sandbox: Sandbox;
  /** A path within it. */
  at(...parts: string[]): string;
  /** Runs the gate at its root. */
  run(...words: string[]): Promise<Outcome>;
  /** Runs git at its root, which has to succeed. */
  done(...words: string[]): void;
}

/** A repository of its own for each test of the suite that calls this. */
export function freshHarbour(): Harbour {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = harbourRepository();
  });
  afterEach(() => {
    sandbox.remove();
  });
  return {
    get sandbox() {
      return sandbox;
    },
    at: (...parts) => join(sandbox.root, ...parts),
    run: (...words) => check(sandbox.root, words),
    done(...words) {
      const { code, stderr } = git(words, sandbox.root);
      assert.equal(code, 0, stderr);
    },
  };
}
