import type { Day } from '../../host.ts';

/** Tokens of the prompt that enables tool use, by `tool_choice`: `auto` and `none`, or `any` and a named tool. */
export interface HiddenPrompt {
  readonly auto: number;
  readonly any: number;
  readonly source: string;
  readonly date: Day;
}

/** @param kind a Claude model's, see `modelId.ts`. One that the table does not have is taken for the newest it has. */
export function hiddenPrompt(kind: string): HiddenPrompt {
  const [, , auto, any] = rows.find(([pattern]) => pattern.test(kind)) ?? newest;
  return { auto, any, ...origin };
}

const origin = {
  source: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview',
  date: '2026-09-01' as Day,
};

type Row = readonly [pattern: RegExp, models: string, auto: number, any: number];

const newest: Row = [/^claude-opus-5/, 'Opus 5 and later', 286, 406];

/** Anthropic counted the prompt anew in 2026: up to then it stated 346 and 313 for all models from Sonnet 3.7 to Opus 4.6. */
const rows: readonly Row[] = [
  newest,
  [/^claude-opus-4\.8$/, 'Opus 4.8', 290, 410],
  [/^claude-opus-4\.7$/, 'Opus 4.7', 675, 804],
  [/^claude-sonnet-5/, 'Sonnet 5', 354, 474],
  [/^claude-(?:opus|sonnet)-4\.6$/, 'Opus 4.6, Sonnet 4.6', 497, 589],
  [/^claude-(?:opus|sonnet|haiku)-4\.5$/, 'Opus, Sonnet and Haiku 4.5', 496, 588],
  [/^claude-(?:opus|sonnet)-4(?:\.1)?$/, 'Opus 4 and 4.1, Sonnet 4', 313, 315],
  [/^claude-sonnet-3\.7$/, 'Sonnet 3.7', 346, 313],
  [/^claude-sonnet-3\.5$/, 'Sonnet 3.5', 346, 313],
  [/^claude-haiku-3\.5$/, 'Haiku 3.5', 264, 355],
  [/^claude-haiku-3$/, 'Haiku 3', 264, 340],
  [/^claude-sonnet-3$/, 'Sonnet 3', 159, 235],
  [/^claude-opus-3$/, 'Opus 3', 530, 281],
];
