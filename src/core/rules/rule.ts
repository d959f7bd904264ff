import type { Unit } from '../source/workspace.ts';
import type { RequestMap } from '../cache/map.ts';
import type { Config } from '../config.ts';
import type { Budget } from '../configBudgets.ts';
import type { CacheFacts } from '../prices/cacheFacts.ts';
import type { Money } from '../prices/money.ts';
import type { Day } from '../host.ts';
import type { Price } from '../prices/catalog.ts';
import type { Retirement } from '../prices/modelFacts.ts';
import type { Confidence } from '../prompts/prompt.ts';
import type { Suppression } from '../prompts/suppressions.ts';
import type { Data, Finding, Fix, MeteredCall, MeteredPrompt, Saves, Severity } from '../report.ts';
import type { Fields, Read } from '../shape.ts';
import type { Certainty } from '../tokens/tokens.ts';
import type { Range } from '../text.ts';
import type { Shortening, Wording } from './wording.ts';

/** Sources as a rule may look at them; read again, and parsed again, only when a rule asks. */
export interface Sources {
  /** `null` for what is no code, or cannot be read any more. */
  unit(path: string): Unit | null;
  text(path: string): string | null;
}

/** What the model of a prompt or call costs and caches; all `null` where it is unknown. */
export interface Terms {
  readonly model: string | null;
  readonly price: Price | null;
  readonly caching: CacheFacts | null;
  /** That the model goes, or has gone. */
  readonly retirement: Retirement | null;
  /** The most that it writes in one answer. Tokens. */
  readonly maxOutput: number | null;
  /** The day that is taken for today: that of the prices where nobody can say. Empty where no price is known. */
  readonly date: Day;
}

/** What a rule looks at, one at a time. */
export interface Subjects {
  readonly prompt: Terms & {
    readonly prompt: MeteredPrompt;
    /** The calls that send it, of the files that were asked for. */
    readonly calls: readonly MeteredCall[];
    readonly sources: Sources;
    readonly wording: Wording;
  };
  readonly call: Terms & {
    readonly call: MeteredCall;
    /** What it sends, in the order in which the provider renders it. */
    readonly prompts: readonly MeteredPrompt[];
    readonly sources: Sources;
  };
  /**
   * The request of a call that was followed whole, or a prompt that is sent by no such call as a request of its own. Of
   * several requests with the same fault at the same place the one that loses most is told.
   */
  readonly request: Terms & {
    readonly map: RequestMap;
    readonly call: MeteredCall | null;
    /** What it sends, in the order in which the provider renders it. */
    readonly prompts: readonly MeteredPrompt[];
    /** Of the least sure of its counts. */
    readonly certainty: Certainty;
    readonly sources: Sources;
  };
  readonly report: {
    readonly prompts: readonly MeteredPrompt[];
    readonly calls: readonly MeteredCall[];
    readonly budgets: readonly Budget[];
    readonly owners: Config['owners'];
    /** Globs over the names of the models that may be called; empty where all may. */
    readonly allowed: readonly string[];
    /** Exemptions end with their day; `null` where nobody can say which day it is, and then they hold. */
    readonly today: Day | null;
    readonly sources: Sources;
    terms(of: MeteredPrompt | MeteredCall): Terms;
  };
  readonly suppression: {
    readonly suppression: Suppression;
    /** The rules it names that there are, those it names that there are not, and those it kept silent. */
    readonly known: readonly string[];
    readonly unknown: readonly string[];
    readonly used: ReadonlySet<string>;
  };
}

/** One fault, before it is known how severe the user takes it. */
export interface Fault<D extends Data = Data> {
  readonly path: string;
  readonly range: Range;
  readonly data: D;
  /** Id of the prompt it speaks about; that of the subject, where the subject is a prompt. */
  readonly prompt?: string | null;
  /** What makes it this fault and no other of the same prompt: an expression, a text. Lines and offsets would not last. */
  readonly evidence: string;
  /** `info` for what is not proven: it stays so, whatever severity the rule is given. */
  readonly severity?: 'info';
  readonly confidence?: Confidence;
  readonly saves?: Saves | null;
  readonly fix?: ProposedFix | null;
}

/** A fix before it is known whether the file would still parse. */
export interface ProposedFix extends Omit<Fix, 'madeFor'> {
  /** It takes words and blanks out of a text, or puts words in: no grammar is touched by that. */
  readonly inText?: true;
}

/** What is written down once per rule. The comment above it is its page, with a bad and a good example. */
export interface RuleDefinition<K extends keyof Subjects, O extends Fields, D extends Data> {
  /** Kebab-case; names the fault. */
  readonly id: string;
  /** The fault in one sentence without a full stop. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly looksAt: K;
  /** Whether a finding may come with a fix, and of what kind. */
  readonly fix: Fix['disposition'] | null;
  /** Ids of rules that speak of the same fault in other words: where one of them finds something, this rule is silent. */
  readonly yieldsTo?: readonly string[];
  /** What it asks `Subjects.prompt.wording` for: it can be looked for before all is known of a prompt. */
  readonly shortens?: Shortening;
  readonly options: O;
  check(subject: Subjects[K], options: Read<O>): Iterable<Fault<D>>;
  /** The message: what is wrong, what it costs, what to do. The only prose of a rule. */
  say(data: D, money: Money): string;
}

/** A rule whose types of options and data nobody needs to know any more. */
export interface Rule extends Omit<RuleDefinition<keyof Subjects, Fields, Data>, 'check' | 'say'> {
  /** The faults of a subject of the kind it looks at, each with its message. */
  find(
    subject: Subjects[keyof Subjects],
    options: object,
    money: Money,
  ): (Fault & Pick<Finding, 'message'>)[];
}

export function defineRule<K extends keyof Subjects, O extends Fields, D extends Data>(
  definition: RuleDefinition<K, O, D>,
): Rule {
  const { check, say, ...facts } = definition;
  return {
    ...facts,
    // who calls it hands over a subject of `looksAt`, and options that were read by the shapes in `options`
    find: (subject, options, money) =>
      [...check(subject as Subjects[K], options as Read<O>)].map((fault) => ({
        ...fault,
        message: say(fault.data, money),
      })),
  };
}
