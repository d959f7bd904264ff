import type { Place } from '../../source/workspace.ts';
import { argumentsAt } from '../arguments.ts';
import type { CallMatch } from '../calls.ts';
import type { Call, Setting, SettingName, Where } from '../request.ts';
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
  serviceTier: [
    'service_tier',
    'serviceTier',
    'config.serviceTier',
    'config.service_tier',
    'providerOptions.openai.serviceTier',
  ],
};

/** What a request sets besides its texts; `format` is the schema that the model it goes to was given before. */
export function settingsOf({ sdk, args }: CallMatch, format: Place | null, trail: Trail): Call['settings'] {
  const paths: Readonly<Record<SettingName, readonly string[]>> = {
    ...usual,
    ...sdk.settings,
    maxOutputTokens: sdk.capArguments,
  };
  const found: Partial<Record<SettingName, Setting>> = {};
  if (format !== null) found.responseFormat = dynamic(format);
  for (const name of Object.keys(paths) as SettingName[]) {
    const [place] = paths[name].flatMap((path) => argumentsAt(args, path, trail));
    if (place !== undefined) found[name] = settingAt(place, trail);
  }
  return found;
}

function settingAt(place: Place, trail: Trail): Setting {
  const seen = jsonAt(place, trail);
  if (seen?.complete === true) return { ...whereOf(place), kind: 'literal', value: seen.value };
  return dynamic(place);
}

/** What it is sent as is not written here. */
function dynamic(place: Place): Setting {
  const { unit, node } = place;
  const expression = unit.text.slice(node.start, Math.min(node.end, node.start + 200)).replace(/\s+/g, ' ');
  return { ...whereOf(place), kind: 'dynamic', expression };
}

function whereOf({ unit, node }: Place): Where {
  return { path: unit.path, range: { start: node.start, end: node.end } };
}
