import { childrenTouching, type SyntaxNode } from '../source/syntax.ts';
import type { Unit } from '../source/workspace.ts';
import { LineIndex, lineStarts, type Range } from '../text.ts';

/** A comment that keeps rules silent: `promptmeter-ignore-next-line RULE -- reason`, `promptmeter-ignore-file RULE -- reason`. */
export interface Suppression {
  readonly path: string;
  /** Of the comment's own words. */
  readonly range: Range;
  /** As written; not every name needs to be one of a rule. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  /** Where findings must begin to be kept silent; `null` for the whole file. */
  readonly covers: Range | null;
}

const directive =
  /promptmeter-ignore-(next-line|file)[ \t]+([a-z][\w-]*(?:[ \t]*,[ \t]*[a-z][\w-]*)*)[ \t]*(?:--[ \t]*([^\n]*?)[ \t]*)?(?=-->|\*\/|[#*%]\}|\n|$)/g;

/** Whether a file's text, or a comment of it, says that the file holds no prompts; with a rule behind it the words mean another thing. */
export function ignoresFile(text: string): boolean {
  return /promptmeter-ignore-file[ \t]*(?:$|--|\*\/|[#*%]\})/m.test(text);
}

/** Reads the suppressions in a file's comments. */
export function readSuppressions(unit: Unit): Suppression[] {
  if (!unit.text.includes('promptmeter-ignore-')) return [];
  const comments = unit.outline.comments.filter(({ start, end }) =>
    unit.text.slice(start, end).includes('promptmeter-ignore-'),
  );
  const lines = new LineIndex(unit.lines);
  const silent = new Set(unit.outline.comments.map(({ start }) => lines.position(start).line));
  return comments.flatMap(({ start, end }) =>
    directivesIn(unit.text.slice(start, end)).map(({ kind, at, ...said }) => {
      const range = { start: start + at.start, end: start + at.end };
      if (kind === 'file') return { path: unit.path, range, ...said, covers: null };
      let next = lines.position(end).line + 1;
      while (silent.has(next)) next++;
      return { path: unit.path, range, ...said, covers: coveredFrom(next, unit) };
    }),
  );
}

/** The same in files that are prompts, whose comments have many forms: the words count wherever they stand. */
export function suppressionsInText(path: string, text: string): Suppression[] {
  if (!text.includes('promptmeter-ignore-')) return [];
  const starts = lineStarts(text);
  const lines = new LineIndex(starts);
  return directivesIn(text).map(({ kind, at: range, ...said }) => {
    const next = lines.position(range.end).line + 1;
    const covers = { start: starts[next] ?? text.length, end: starts[next + 1] ?? text.length + 1 };
    return { path, range, ...said, covers: kind === 'file' ? null : covers };
  });
}

function directivesIn(text: string) {
  return [...text.matchAll(directive)].map((match) => ({
    kind: match[1] === 'file' ? ('file' as const) : ('line' as const),
    at: { start: match.index, end: match.index + match[0].length },
    rules: (match[2] ?? '').split(',').map((name) => name.trim()),
    reason: match[3] === undefined || match[3] === '' ? null : match[3],
  }));
}

/** A line, and all of what begins on it and is no function or class: no comment fits into the middle of a long text. */
function coveredFrom(line: number, { lines, root, outline, text }: Unit): Range {
  const start = lines[line] ?? text.length;
  let end = lines[line + 1] ?? text.length + 1;
  const queue: SyntaxNode[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.end < start || node.start >= end) continue;
    const begins = node.start >= start && !holdsCode(node, outline);
    if (begins) end = Math.max(end, node.end);
    else for (const child of childrenTouching(node, { start, end })) queue.push(child);
  }
  return { start, end };
}

function holdsCode(node: SyntaxNode, outline: Unit['outline']): boolean {
  const queue = [node];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const kind = outline.scopeAt(at)?.kind;
    if (kind === 'function' || kind === 'class') return true;
    for (const child of at.children) queue.push(child);
  }
  return false;
}
