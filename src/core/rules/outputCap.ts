import type { MeteredCall } from '../report.ts';
import type { Sources } from './rule.ts';

/** How the output cap of a method is called, by language; a path into the argument of that name where there is a point in it. */
interface CapName {
  readonly sdk: string;
  /** The end of the callee. */
  readonly method: RegExp;
  readonly javascript: string | null;
  readonly python: string | null;
}

/**
 * Methods whose calls take the cap as an argument of their own; with others it is set on a client or an agent that may be
 * anywhere. API references of the SDKs, read 2026-11.
 */
const names: readonly CapName[] = [
  {
    sdk: 'openai',
    method: /\bcompletions\.(?:create|parse|stream)$/,
    javascript: 'max_completion_tokens',
    python: 'max_completion_tokens',
  },
  {
    sdk: 'openai',
    method: /\bresponses\.(?:create|parse|stream)$/,
    javascript: 'max_output_tokens',
    python: 'max_output_tokens',
  },
  {
    sdk: 'vercel-ai',
    method: /\b(?:generate|stream)(?:Text|Object)$/,
    javascript: 'maxOutputTokens',
    python: null,
  },
  {
    sdk: 'mistral',
    method: /\bchat\.(?:complete|stream|parse)(?:_async)?$/,
    javascript: 'maxTokens',
    python: 'max_tokens',
  },
  {
    sdk: 'google',
    method: /\bmodels\.(?:generateContent|generate_content)(?:_?[sS]tream)?$/,
    javascript: 'config.maxOutputTokens',
    python: 'config.max_output_tokens',
  },
  { sdk: 'litellm', method: /(?:^|[._])a?completion$/, javascript: null, python: 'max_tokens' },
  { sdk: 'azure', method: /\bcomplete$/, javascript: null, python: 'max_tokens' },
];

/** Whether nothing in a call limits its answer. Of a call whose arguments were not all seen that is not said. */
export function isUncapped(call: MeteredCall, sources: Sources): boolean {
  const { settled, settings, maxOutputTokens } = call;
  const isOpen = settled && settings.maxOutputTokens === undefined && maxOutputTokens === null;
  return isOpen && capOf(call, sources) !== null;
}

/** What the cap of a call is called; `null` where it is not an argument of the call. */
export function capOf({ sdk, path, range }: MeteredCall, sources: Sources): CapName | null {
  const [callee = ''] =
    sources
      .text(path)
      ?.slice(range.start, range.end)
      .split(/\((?!\))/, 1) ?? [];
  const name = callee.replaceAll(/\s+|\?(?=\.)/g, '');
  return names.find((one) => one.sdk === sdk && one.method.test(name)) ?? null;
}
