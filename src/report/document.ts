import type { CallEntry } from './callDocument.ts';
import type { CostEntry, CurrencyEntry } from './costDocument.ts';
import type { BudgetEntry, ChangeEntry } from './gateDocument.ts';
import type { Count, Day, NotNegative } from './measures.ts';
import type { PlaceEntry, PromptEntry, TokensEntry } from './promptDocument.ts';

/**
 * What `--format json` prints. Generated from this file into media/report.schema.json; a change that a reader of version 1
 * would not understand needs a new schemaVersion.
 */
export interface ReportDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  prompts: PromptEntry[];
  calls: CallEntry[];
  findings: FindingEntry[];
  /** Only of `check`. */
  budgets?: BudgetEntry[];
  /** Only of `check --staged` and `check --base`; then the document holds what the change has touched, and nothing else. */
  change?: ChangeEntry;
  /** Files that were not read, or not whole, and why. */
  unread: { path: string; why: string }[];
  /** The price data that every cost without a source of its own comes from. */
  prices: { source: string; date: Day };
  /** Absent where none is configured. */
  currency?: CurrencyEntry;
  summary: SummaryEntry;
}

export interface FindingEntry extends PlaceEntry {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  confidence: 'high' | 'medium' | 'low';
  /** Id of the prompt it speaks about. */
  prompt: string | null;
  message: string;
  /** What it would save, where that is known. */
  saves: SavesEntry | null;
  /** A source edit that mends it; a `safe` one leaves the same for the model to read. */
  fix: FixEntry | null;
  /** What may be chosen instead of `fix`. */
  otherFixes: FixEntry[];
  /** The same as long as rule, prompt and evidence are, wherever the line moves. */
  fingerprint: string;
}

export interface FixEntry {
  title: string;
  disposition: 'safe' | 'review';
}

export interface SavesEntry {
  /** Input tokens that each call would send less. */
  tokens: Count;
  usdPer1kCalls: NotNegative | null;
  /** At the volume that was stated or measured of the one call that it is about; absent where none is known. */
  usdPerMonth?: NotNegative;
}

export interface SummaryEntry {
  /** Files looked at, those without prompts included. */
  files: Count;
  prompts: Count;
  /** Sum over the prompts that are no part of another one; a prompt that several calls send counts once. */
  tokens: Count;
  findings: { error: Count; warning: Count; info: Count };
}

/** What `count --format json` prints. */
export interface CountDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  /** As it was asked for. */
  model: string | null;
  /** The priced model that was probably meant, where this one has no price and its name is near. */
  meant?: string;
  tokens: TokensEntry;
  cost: CostEntry | null;
  /** Absent where none is configured. */
  currency?: CurrencyEntry;
  /** The provider that was asked for the count, and the day on which it gave it; `null` where nobody was asked. */
  provider: { name: string; day: Day } | null;
}
