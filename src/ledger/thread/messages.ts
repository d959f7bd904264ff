import type { Prompt } from '../../core/prompts/prompt.ts';
import type { Dashboard } from '../dashboard.ts';
import type { PromptText } from '../attribution/promptPrints.ts';
import type { Fault } from '../fault.ts';
import type { Measures } from '../measures.ts';
import type { Span } from '../read.ts';

/** What of a prompt is sent over: without the places of its characters, which are most of it. */
export function textOf({ id, role, segments }: Pick<Prompt, 'id' | 'role' | 'segments'>): PromptText {
  return {
    id,
    role,
    segments: segments.map((one) =>
      one.kind === 'hole' ? { kind: one.kind } : { kind: one.kind, text: one.text },
    ),
  };
}

/** What can be asked of a ledger, and what it answers. */
export interface LedgerAnswers {
  /** What the calls of each prompt were like. */
  readonly measures: { readonly asks: { readonly now: number }; readonly gives: Measures };
  /**
   * Since when prompts read as they do, see `changedTexts`.
   * @property learns whether these texts are noted, so that calls made with them are known: not those that are still typed.
   */
  readonly texts: {
    readonly asks: {
      readonly prompts: readonly PromptText[];
      readonly now: number;
      readonly learns: boolean;
    };
    readonly gives: ReadonlyMap<string, number>;
  };
  /** What a page shows of a span. */
  readonly dashboard: {
    readonly asks: { readonly span: Span; readonly now: number };
    readonly gives: Dashboard;
  };
}

export type LedgerKind = keyof LedgerAnswers;

export type LedgerQuestion = {
  readonly [K in LedgerKind]: { readonly kind: K } & LedgerAnswers[K]['asks'];
}[LedgerKind];

export interface ToLedger {
  readonly id: number;
  /** Of the ledger's file. */
  readonly path: string;
  readonly question: LedgerQuestion;
}

export interface FromLedger {
  readonly id: number;
  /** What its kind of question gives, or a fault. */
  readonly answer: LedgerAnswers[LedgerKind]['gives'] | Fault;
}
