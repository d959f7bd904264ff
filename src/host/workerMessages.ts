import type { ComparedModel, Sender } from '../core/compare.ts';
import type { Currency } from '../core/configMoney.ts';
import type { NamedModel } from '../core/prices/modelNames.ts';
import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import type { MeteredPrompt, Metering, Report } from '../core/report.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import type { NoCommit, ToldSince } from './committed/committed.ts';
import type { StagedCheck } from './gate/staged.ts';
import type { CheckedFiles } from './gate/standings.ts';
import type { Sendable } from './providers/sendable.ts';
import type { CompressQuestion, PromptCompression } from './workerCompress.ts';

/** One folder that is open in the editor, or the documents that stand in none. */
export interface Workspace {
  readonly key: string;
  /** The repository, or the folder itself, on this machine; `null` where there is no disk to read (virtual workspaces, untitled documents). */
  readonly root: string | null;
  /** The folder that is open, relative to the root; `''` is the root. Only it is scanned; imports are followed inside the root. */
  readonly from: string;
  /** Without trust, nothing that could mislead (prices, aliases, a price day, facts about caches, vocabularies, calibration) is read from the folder's own configuration. */
  readonly trusted: boolean;
  /** Options of `core/config.ts` that a person has set in the editor, unchecked; stronger than the folder's configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What the thread is told. Told before it is asked, in order. */
export type Notice =
  | { readonly kind: 'open'; readonly workspace: Workspace }
  | { readonly kind: 'close'; readonly key: string }
  /** An open document's text, which shadows the disk; `null` once it is closed. */
  | { readonly kind: 'buffer'; readonly key: string; readonly path: string; readonly text: string | null }
  /** Files to read when there is nothing else to do, because they may call the prompts of others. */
  | { readonly kind: 'index'; readonly key: string; readonly paths: readonly string[] }
  /** To tell, when there is nothing else to do, what prompts were at the last commit; once more whenever it is noted again. */
  | { readonly kind: 'since'; readonly key: string }
  /** What the ledger of a root tells of its prompts, in whichever folders it is open. */
  | { readonly kind: 'measured'; readonly root: string; readonly uses: MeasuredUses }
  /** The file changed on disk. */
  | { readonly kind: 'disk'; readonly key: string; readonly path: string };

export interface PromptComparison {
  readonly prompt: MeteredPrompt;
  readonly models: readonly ComparedModel[];
  /** Of the call that sends it, whose use the months rest on; `null` where none was seen. */
  readonly sender: Sender | null;
  /** That costs are told in; `null` for US dollars. */
  readonly currency: Currency | null;
}

/** What the thread can be asked, and what it answers. */
export interface Answers {
  /** The numbers of a file, and then, for whoever waits for it, what the rules find in it. */
  readonly meter: {
    readonly asks: { readonly key: string; readonly path: string };
    readonly gives: Metering;
  };
  readonly check: {
    readonly asks: { readonly key: string; readonly path: string };
    readonly gives: CheckedFiles;
  };
  readonly scan: { readonly asks: { readonly key: string }; readonly gives: Report };
  readonly files: { readonly asks: { readonly key: string }; readonly gives: readonly string[] };
  readonly count: {
    readonly asks: { readonly key: string; readonly text: string; readonly model: string | null };
    readonly gives: Tokens;
  };
  /** What of a prompt its provider would be sent to count. Nothing is sent. */
  readonly sendable: {
    readonly asks: { readonly key: string; readonly path: string; readonly id: string };
    readonly gives: Sendable;
  };
  /** One prompt under all models that are offered; `null` when it is not there any more. */
  readonly compare: {
    readonly asks: { readonly key: string; readonly path: string; readonly id: string };
    readonly gives: PromptComparison | null;
  };
  /** One prompt and how it could be shorter, or what is left of that with some of its edits; `null` when it is not there any more. */
  readonly compress: {
    readonly asks: { readonly key: string } & CompressQuestion;
    readonly gives: PromptCompression | null;
  };
  /** The text of a file at the last commit; `null` where it has none. */
  readonly committedText: {
    readonly asks: { readonly key: string; readonly path: string };
    readonly gives: string | null;
  };
  /** What `check --staged` says in a folder of a repository, by its absolute path. */
  readonly checkStaged: { readonly asks: { readonly folder: string }; readonly gives: StagedCheck };
  /** That costs are told in; `null` for US dollars. */
  readonly currency: { readonly asks: { readonly key: string }; readonly gives: Currency | null };
  readonly models: { readonly asks: object; readonly gives: readonly NamedModel[] };
}

export type Question = { [K in keyof Answers]: { readonly kind: K } & Answers[K]['asks'] }[keyof Answers];

export type ToWorker =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly why: string }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  /** Files whose prompts may have changed because a file they read has. */
  | { readonly kind: 'stale'; readonly key: string; readonly paths: readonly string[] }
  | { readonly kind: 'since'; readonly key: string; readonly since: ToldSince | NoCommit }
  /** The folder's configuration could not be used; a sentence for a person, `null` once it can. */
  | { readonly kind: 'configuration'; readonly key: string; readonly problem: string | null };
