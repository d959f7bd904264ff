import type { Day } from '../../host.ts';

/** A model that its maker takes away, or has. Who else serves it decides for themselves. */
export interface RetirementRow {
  readonly maker: 'openai' | 'anthropic' | 'google';
  /** Of the maker's name without its release, or of the whole name. */
  readonly pattern: RegExp;
  readonly day: Day;
  /** What the maker recommends instead; `null` where it names nothing. */
  readonly successor: string | null;
  readonly source: string;
  readonly date: Day;
}

const openai = {
  maker: 'openai',
  source: 'developers.openai.com/api/docs/deprecations',
  date: '2026-10-28',
} as const;
const anthropic = {
  maker: 'anthropic',
  source: 'platform.claude.com/docs/en/about-claude/model-deprecations',
  date: '2026-06-17',
} as const;
const google = {
  maker: 'google',
  source: 'ai.google.dev/gemini-api/docs/deprecations',
  date: '2026-11-10',
} as const;

/** First match wins. */
export const retirementRows: readonly RetirementRow[] = [
  { pattern: /^chatgpt-4o-latest$/, day: '2026-02-17', successor: 'gpt-5.2-chat-latest', ...openai },
  { pattern: /^gpt-3\.5-turbo(?:-0125)?$/, day: '2026-10-23', successor: 'gpt-5.6-terra', ...openai },
  {
    pattern: /^gpt-4(?:-0613|-1106-preview|-turbo(?:-2024-04-09)?)?$/,
    day: '2026-10-23',
    successor: 'gpt-5.6-sol',
    ...openai,
  },
  { pattern: /^gpt-4o-2024-05-13$/, day: '2026-10-23', successor: 'gpt-5.6-sol', ...openai },
  { pattern: /^(?:o1|o3-mini|o1-pro)$/, day: '2026-10-23', successor: 'gpt-5.6-sol', ...openai },
  { pattern: /^o4-mini$/, day: '2026-10-23', successor: 'gpt-5.6-terra', ...openai },
  { pattern: /^gpt-4\.1-nano$/, day: '2026-10-23', successor: null, ...openai },
  { pattern: /^(?:gpt-5|gpt-5-pro|o3|o3-pro)$/, day: '2026-12-11', successor: 'gpt-5.6-sol', ...openai },
  { pattern: /^gpt-5-mini$/, day: '2026-12-11', successor: 'gpt-5.6-terra', ...openai },
  { pattern: /^gpt-5-nano$/, day: '2026-12-11', successor: 'gpt-5.6-luna', ...openai },
  {
    pattern: /^gpt-4(?:o|o-mini|\.1|\.1-mini)$/,
    day: '2027-01-14',
    successor: 'gpt-6-luna',
    ...openai,
  },
  { pattern: /^gpt-5\.1$/, day: '2027-04-01', successor: null, ...openai },

  { pattern: /^claude-sonnet-3\.5$/, day: '2025-10-28', successor: 'claude-sonnet-4-5', ...anthropic },
  { pattern: /^claude-opus-3$/, day: '2026-01-05', successor: 'claude-opus-4-5', ...anthropic },
  { pattern: /^claude-sonnet-3\.7$/, day: '2026-02-19', successor: 'claude-sonnet-4-5', ...anthropic },
  { pattern: /^claude-sonnet-4$/, day: '2026-06-15', successor: 'claude-sonnet-4-6', ...anthropic },
  { pattern: /^claude-opus-4$/, day: '2026-06-15', successor: 'claude-opus-4-8', ...anthropic },
  { pattern: /^claude-opus-4\.1$/, day: '2026-08-05', successor: 'claude-opus-4-8', ...anthropic },

  { pattern: /^gemini-2\.0-flash(?:-001)?$/, day: '2026-06-01', successor: 'gemini-2.5-flash', ...google },
  {
    pattern: /^gemini-2\.0-flash-lite(?:-001)?$/,
    day: '2026-06-01',
    successor: 'gemini-2.5-flash-lite',
    ...google,
  },
  {
    pattern: /^gemini-2\.5-pro-preview-\d\d-\d\d$/,
    day: '2025-12-02',
    successor: 'gemini-3.1-pro-preview',
    ...google,
  },
  { pattern: /^gemini-3-pro-preview$/, day: '2026-03-09', successor: 'gemini-3.1-pro-preview', ...google },
  { pattern: /^gemini-2\.5-flash-image$/, day: '2026-10-02', successor: null, ...google },
  { pattern: /^gemini-2\.5-pro$/, day: '2026-12-01', successor: 'gemini-3.8-flash', ...google },
  { pattern: /^gemini-2\.5-flash$/, day: '2026-12-01', successor: 'gemini-3.5-flash-lite', ...google },
  { pattern: /^gemini-3\.1-flash-lite$/, day: '2027-05-07', successor: null, ...google },
];
