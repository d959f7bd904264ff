import type { Place } from '../../source/workspace.ts';
import { argumentsAt } from '../arguments.ts';
import type { CallMatch } from '../calls.ts';
import type { Call, Setting, SettingName } from '../request.ts';
import type { Settings } from '../sdk.ts';
import type { Trail } from '../trail.ts';
import { jsonAt } from './json.ts';

/** How most families name what a request sets; a family's own table goes before. */
const usual: Required<Settings> = {
  temperature: ['temperature'],
  stop: ['stop', 'stop_sequences', 'stopSequences'],
  stream: ['stream'],
  seed: ['seed'],
  responseFormat: ['response_format'],
  toolChoice: ['tool_choice', 'toolChoice'],
  cacheKey: ['prompt_cache_key', 'providerOptions.openai.promptCacheKey'],
  cacheRetention: ['prompt_cache_retention', 'providerOptions.openai.promptCacheRetention'],
  cachedContent: ['cachedContent', 'config.cachedContent', 'providerOptions.google.cachedContent'],
};

/** What a request sets besides its texts. */
export function settingsOf({ sdk, args }: CallMatch, trail: Trail): Call['settings'] {
  const paths: Readonly<Record<SettingName, readonly string[]>> = {
    ...usual,
    ...sdk.settings,
    maxOutputTokens: sdk.capArguments,
  };
  const found: Partial<Record<SettingName, Setting>> = {};
  for (const name of Object.keys(paths) as SettingName[]) {
    const [place] = paths[name].flatMap((path) => argumentsAt(args, path, trail));
    if (place !== undefined) found[name] = settingAt(place, trail);
  }
  return found;
}

function settingAt(place: Place, trail: Trail): Setting {
  const { unit, node } = place;
  const where = { path: unit.path, range: { start: node.start, end: node.end } };
  const seen = jsonAt(place, trail);
  if (seen?.complete === true) return { ...where, kind: 'literal', value: seen.value };
  const expression = unit.text.slice(node.start, Math.min(node.end, node.start + 200)).replace(/\s+/g, ' ');
  return { ...where, kind: 'dynamic', expression };
}
