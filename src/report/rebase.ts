import type { RequestMap } from '../core/cache/map.ts';
import type { Hole, Segment } from '../core/prompts/prompt.ts';
import { movedCall } from '../core/prompts/request/moved.ts';
import type { PromptChange } from '../core/changes/compare.ts';
import type { Fix, MeteredPrompt, Report } from '../core/report.ts';

/** The same report with every path told from somewhere else, and the ids that begin with one. */
export function rebaseReport(report: Report, move: (path: string) => string): Report {
  const ids = new Map(report.prompts.map(({ id, path }) => [id, movedId(id, path, move)]));
  // A call can send a prompt of a file that was not asked for; then the path is what stands before the name.
  const newId = (id: string) => ids.get(id) ?? movedId(id, id.split('#', 1).join(''), move);
  return {
    ...report,
    prompts: report.prompts.map((prompt) => ({
      ...prompt,
      id: newId(prompt.id),
      partOf: prompt.partOf === null ? null : newId(prompt.partOf),
      path: move(prompt.path),
      segments: prompt.segments.map((segment) => movedSegment(segment, move)),
      volume: prompt.volume && { ...prompt.volume, path: move(prompt.volume.path) },
      map: movedMap(prompt.map, move, newId),
    })),
    calls: report.calls.map((call) => ({
      ...movedCall(call, {
        where: ({ path, range }) => ({ path: move(path), range }),
        hole: (hole) => movedHole(hole, move),
        names: (id) => [newId(id)],
      }),
      prompts: call.prompts.map(newId),
      map: call.map === null ? null : movedMap(call.map, move, newId),
      breaksAt: call.breaksAt === null ? null : movedHole(call.breaksAt, move),
    })),
    findings: report.findings.map((finding) => ({
      ...finding,
      path: move(finding.path),
      prompt: finding.prompt === null ? null : newId(finding.prompt),
      fix: finding.fix === null ? null : movedFix(finding.fix, move),
      otherFixes: finding.otherFixes.map((fix) => movedFix(fix, move)),
    })),
    unread: report.unread.map((unread) => ({ ...unread, path: move(unread.path) })),
    lines: Object.fromEntries(Object.entries(report.lines).map(([path, starts]) => [move(path), starts])),
  };
}

/** A change with the names and places of its prompts told from somewhere else. */
export function rebaseChange(change: PromptChange, move: (path: string) => string): PromptChange {
  const moved = <P extends MeteredPrompt | null>(prompt: P): P =>
    prompt && { ...prompt, id: movedId(prompt.id, prompt.path, move), path: move(prompt.path) };
  // the kind and what goes with it stay as they are
  return { ...change, now: moved(change.now), before: moved(change.before) } as PromptChange;
}

function movedMap(
  map: RequestMap,
  move: (path: string) => string,
  newId: (id: string) => string,
): RequestMap {
  const parts = map.parts.map((part) => ({
    ...part,
    path: move(part.path),
    prompt: part.prompt === null ? null : newId(part.prompt),
  }));
  const marks = map.marks.map((mark) => ({ ...mark, path: move(mark.path) }));
  return { ...map, parts, marks };
}

function movedFix(fix: Fix, move: (path: string) => string): Fix {
  return {
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, path: move(edit.path) })),
    madeFor: Object.fromEntries(Object.entries(fix.madeFor).map(([path, text]) => [move(path), text])),
  };
}

function movedId(id: string, path: string, move: (path: string) => string): string {
  return id.startsWith(`${path}#`) ? move(path) + id.slice(path.length) : id;
}

function movedSegment(segment: Segment, move: (path: string) => string): Segment {
  return segment.kind === 'hole' ? movedHole(segment, move) : { ...segment, path: move(segment.path) };
}

function movedHole(hole: Hole, move: (path: string) => string): Hole {
  const moved = { ...hole, path: move(hole.path) };
  if (hole.arms === undefined) return moved;
  return { ...moved, arms: hole.arms.map((arm) => arm.map((part) => movedSegment(part, move))) };
}
