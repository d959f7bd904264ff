import type { MeteredCall, MeteredPrompt } from '../report.ts';
import type { Setting } from '../prompts/request.ts';
import { callNode, functionsAround } from './around.ts';
import { defineRule, type Sources } from './rule.ts';

/**
 * With a temperature of 0, or a fixed seed, a model is asked to give the same answer to the same request. Where nothing in
 * the request changes, every call buys the same answer again.
 *
 * Keep the answer: in a variable, in a file that the build makes, in a cache that ends when the prompt or the model changes.
 *
 * Only calls of which every message, tool and argument was seen are reported, and only if nothing of them comes in while
 * the program runs. A call that the program makes once (at the top of a file, in `main`, in a test) is fine, and so is one
 * in a file that keeps things in a cache.
 *
 * Source: OpenAI, API reference of chat completions, `temperature` and `seed` (2026-11-01).
 *
 * ```py bad
 * from openai import OpenAI
 *
 *
 * def motto():
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         temperature=0,
 *         messages=[{"role": "user", "content": "Write the motto of a small harbour in the north."}],
 *     )
 * ```
 *
 * ```py good
 * from functools import lru_cache
 * from openai import OpenAI
 *
 *
 * @lru_cache
 * def motto():
 *     return OpenAI().chat.completions.create(
 *         model="gpt-4.1",
 *         temperature=0,
 *         messages=[{"role": "user", "content": "Write the motto of a small harbour in the north."}],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'temperature-zero-uncached',
  title: 'A call that always sends the same request, and asks for the same answer, is made again and again',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'call',
  fix: null,
  options: {},
  *check({ call, prompts, sources }) {
    const { path, range, sdk, settings } = call;
    const by = deterministicBy(settings);
    if (by === null || !isWhollySeen(call) || !isConstant(call, prompts)) return;
    if (!isRepeated(call, sources) || keepsThings.test(sources.text(path)?.replaceAll(prefixCache, '') ?? ''))
      return;
    yield { path, range, evidence: sdk, data: { by } };
  },
  say: ({ by }) =>
    `nothing in this request changes, and ${by} asks for the same answer each time: keep the answer instead of buying it again`,
});

function deterministicBy({ temperature, seed }: MeteredCall['settings']): string | null {
  if (isNumber(temperature, (value) => value === 0)) return 'a temperature of 0';
  return isNumber(seed, () => true) ? 'a fixed seed' : null;
}

function isNumber(setting: Setting | undefined, fits: (value: number) => boolean): boolean {
  return setting?.kind === 'literal' && typeof setting.value === 'number' && fits(setting.value);
}

function isWhollySeen(call: MeteredCall): boolean {
  const { settled, complete, modelVaries, toolsVary, tools, settings } = call;
  const fixed = Object.values(settings).every(({ kind }) => kind === 'literal');
  const chosen = modelVaries === null && toolsVary === null && call.model !== null;
  return settled && complete && fixed && chosen && tools?.every((tool) => tool.complete) === true;
}

/** Every message is text whose every part stands in the workspace, or stays as long as the program does. */
function isConstant({ messages }: MeteredCall, prompts: readonly MeteredPrompt[]): boolean {
  const constant = new Set(
    prompts
      .filter(({ segments }) =>
        segments.every((segment) => segment.kind === 'text' || segment.varies === 'never'),
      )
      .map(({ id }) => id),
  );
  return (
    messages.length > 0 &&
    messages.every(
      ({ many, always, parts }) =>
        !many &&
        always &&
        parts.every(
          (part) =>
            part.kind === 'text' &&
            part.hole === null &&
            !part.oneOf &&
            part.prompts.length > 0 &&
            part.prompts.every((id) => constant.has(id)),
        ),
    )
  );
}

/** In a loop over items, or in a function that others may call at any time. */
function isRepeated(call: MeteredCall, sources: Sources): boolean {
  const place = callNode(sources, call);
  if (place === null) return false;
  const around = functionsAround(place);
  if (isTest.test(call.path) || around.some(({ name }) => /^_?(?:main|test)(?![a-z])/i.test(name ?? '')))
    return false;
  return around.length > 0 || (call.loop !== null && call.loop.over !== null);
}

const isTest = /(?:^|\/)(?:tests?|__tests__|specs?)\/|[._](?:test|spec)\.\w+$|(?:^|\/)test_[^/]*$/;

/** Words of code that keeps answers. */
const keepsThings = /cache|memo(?:i|$|\W|_)|\bonce\(/i;
/** Words about the provider's cache of prefixes, which keeps no answers. */
const prefixCache = /cache_control|cacheControl|prompt_?cache|cache_?point|cached_?content/gi;
