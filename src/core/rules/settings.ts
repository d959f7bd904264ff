import type { RuleLevel, RuleSetting, RuleSettings } from '../config.ts';
import { fallbackOf, object, optional, wrong, type Shape } from '../shape.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';

const levels: readonly RuleLevel[] = ['off', 'info', 'warning', 'error'];

/** `"off"`, or `["warning", { "minimumTokens": 512 }]`. */
function settingOf(rule: Rule): Shape<RuleSetting> {
  const options = object(rule.options);
  const level = { enum: levels };
  const wanted = 'one of "off", "info", "warning", "error", or a list of one of them and the options';
  return {
    schema: {
      anyOf: [
        level,
        { type: 'array', items: [level, options.schema], minItems: 1, maxItems: 2, additionalItems: false },
      ],
    },
    read(value, path, problems) {
      const [stated, given, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
      const chosen = levels.find((one) => one === stated);
      if (chosen === undefined || more.length > 0) return wrong(path, wanted, value, problems);
      const read = options.read(given ?? {}, [...path, 1], problems);
      return read === null ? null : { value: { level: chosen, options: read.value } };
    },
  };
}

/** The key `rules` of the configuration: what is stated of which rule. */
export const ruleSettings: Shape<RuleSettings> = object(
  Object.fromEntries(rules.map((rule) => [rule.id, optional(settingOf(rule), `${rule.title}.`)])),
);

/** How severe a rule is taken, and its options; `null` where it is off. */
export function settingFor(
  rule: Rule,
  settings: RuleSettings,
): { readonly level: Exclude<RuleLevel, 'off'>; readonly options: object } | null {
  const stated = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
  if (stated === undefined) return { level: rule.severity, options: fallbackOf(rule.options) };
  return stated.level === 'off' ? null : { level: stated.level, options: stated.options };
}

/**
 * With the rules off that look how prompts could be shorter, and only tell: for whoever shows nothing that is only told. No
 * other rule takes as long, and none of these is ever more severe than it is set to be.
 */
export function withoutShortenings(settings: RuleSettings): RuleSettings {
  const told = rules.filter(
    (rule) => rule.shortens !== undefined && settingFor(rule, settings)?.level === 'info',
  );
  return {
    ...settings,
    ...Object.fromEntries(told.map(({ id }) => [id, { level: 'off' as const, options: {} }])),
  };
}
