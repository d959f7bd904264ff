import type { Count, Day, FromOne, NotNegative } from './measures.ts';

export interface BudgetEntry {
  /** What the budget selects, as the configuration states it: a glob, an owner, or `workspace`. */
  scope: string;
  selector: 'prompts' | 'calls' | 'owner' | 'workspace';
  /** Id of the prompt that exceeds it, or of the largest where none does; `null` of what is no single prompt. */
  prompt: string | null;
  /** Where the call stands, of a budget on calls. */
  call?: { path: string; startLine: FromOne; endLine: FromOne };
  measure: 'tokens' | 'usdPerCall' | 'usdPerMonth';
  /** For people: `2000 tokens`, `$0.01 per call`, `an increase of 10%`. */
  limit: string;
  /** What it may be, in tokens or US dollars; of an increase, what it was and the increase. */
  most: NotNegative | null;
  /** In the same unit; where a hole has several texts, with the longest. Of a sum, what is known of it; of a volume that calls share, the most it can be. */
  actual: NotNegative | null;
  /** What it was before the change; `null` where nothing was compared, or it was not there. */
  base: NotNegative | null;
  /** `inherited`: over the limit, and no further than it was before. Only `exceeded` fails, and what is `uncheckable` for want of a price where the configuration says so. */
  status: 'exceeded' | 'inherited' | 'exempt' | 'uncheckable' | 'within';
  /** What would have to be known to check all of it; `split`: how calls of the source share the volume of a prompt. */
  unknown?: 'price' | 'volume' | 'tokens' | 'split';
  /** Why the budget is as it is, or why it is exempt. */
  because?: string;
  /** The last day of the exemption. */
  until?: Day;
  /** How many more are uncheckable for the same reason. */
  alike?: Count;
}

export interface ChangeEntry {
  /** What it was compared with: `HEAD`, a branch. */
  base: string;
  /** What became another one, or is new or gone; what stayed the same is not here. */
  prompts: PromptChangeEntry[];
}

export interface PromptChangeEntry {
  /** `moved`: only its name or its place. */
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** `null` where it is new. */
  before: PromptStateEntry | null;
  /** `null` where it is gone. */
  now: PromptStateEntry | null;
}

export interface PromptStateEntry {
  id: string;
  tokens: Count;
  usdPerCall: NotNegative | null;
  stablePrefixTokens: Count | null;
  cacheBreaking: boolean | null;
}
