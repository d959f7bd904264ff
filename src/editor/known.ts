import type { RequestMap } from '../core/cache/map.ts';
import type { Finding, MeteredCall, MeteredPrompt, Metering, Report } from '../core/report.ts';
import type { Edit, Range } from '../core/text.ts';
import type { CheckedFiles, Standing } from '../host/gate/standings.ts';
import { shiftPrompts, shiftRange } from './shift.ts';

/** What is known of one document, in offsets of its present text. */
export interface Known {
  readonly path: string;
  /** In the order of the text. */
  readonly prompts: readonly MeteredPrompt[];
  /** Those that send a prompt of the document. Their places are those of the last analysis. */
  readonly calls: readonly MeteredCall[];
  /** Those that stand in the document, and those of its prompts that stand in another file. */
  readonly findings: readonly Finding[];
  /** How its prompts, and the calls that send them, stand to their budgets; as they were when last checked. */
  readonly budgets: readonly Standing[];
  /** Line starts of the other files that these prompts are put together from. */
  readonly lines: Report['lines'];
  readonly prices: Report['prices'];
  /** That costs are told in. */
  readonly currency: Report['currency'];
  /** Why the document could not be read, or could not be read anew. */
  readonly unread: string | null;
}

/** Nothing has been found yet. @param metering `null` when there has been none yet. */
export function knownFrom(metering: Metering | null, path: string): Known {
  const prompts = (metering?.prompts ?? []).filter((prompt) => prompt.path === path);
  const ids = new Set(prompts.map(({ id }) => id));
  return {
    path,
    prompts: [...prompts].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
    calls: (metering?.calls ?? []).filter((call) => call.prompts.some((id) => ids.has(id))),
    findings: [],
    budgets: [],
    lines: metering?.lines ?? {},
    prices: metering?.prices ?? { source: '', date: '', problem: null },
    currency: metering?.currency ?? null,
    unread: metering?.unread.find((file) => file.path === path)?.why ?? null,
  };
}

export function moved(known: Known, edits: readonly Edit[]): Known {
  const findings = movedFindings(known.findings, known.path, edits);
  return { ...known, findings, prompts: edits.reduce(shiftPrompts, known.prompts) };
}

/** @param edits what was typed after the text that was checked. */
export function checked(
  known: Known,
  { findings, lines, budgets }: CheckedFiles,
  edits: readonly Edit[],
): Known {
  const ids = new Set(known.prompts.map(({ id }) => id));
  const own = findings.filter(
    ({ path, prompt }) => path === known.path || (prompt !== null && ids.has(prompt)),
  );
  return {
    ...known,
    findings: movedFindings(own, known.path, edits),
    budgets: budgets.filter(({ prompts }) => prompts.some((id) => ids.has(id))),
    lines: { ...known.lines, ...lines },
  };
}

function movedFindings(findings: readonly Finding[], path: string, edits: readonly Edit[]): Finding[] {
  return findings.map((finding) =>
    finding.path === path ? { ...finding, range: edits.reduce(shiftRange, finding.range) } : finding,
  );
}

/** The request of the first call that sends a prompt and could be followed; `null` where there is none. */
export function requestOf(known: Known, prompt: string): RequestMap | null {
  return known.calls.find(({ map, prompts }) => map !== null && prompts.includes(prompt))?.map ?? null;
}

/** The first call that sends a prompt, one with a stated month before others; `null` where none was seen. */
export function callOf(known: Known, prompt: string): MeteredCall | null {
  const calls = known.calls.filter(({ prompts }) => prompts.includes(prompt));
  return calls.find(({ bill }) => (bill?.month ?? null) !== null) ?? calls[0] ?? null;
}

/** The innermost prompt around an offset; its ends count as inside. */
export function promptAt(known: Known, offset: number): MeteredPrompt | null {
  const around = known.prompts.filter(({ range }) => holds(range, offset));
  return around.sort((a, b) => length(a.range) - length(b.range))[0] ?? null;
}

export function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

function length(range: Range): number {
  return range.end - range.start;
}
