import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { LineIndex } from '../../text.ts';
import { isWritten } from '../evaluate.ts';
import { roleNamed } from '../roleNames.ts';
import type { ModelUse } from '../prompt.ts';
import type { Sighting } from '../sighting.ts';
import { ignoresFile } from '../suppressions.ts';
import { volumeIn, type MarkedVolume } from '../volume.ts';

/** What a person wrote about prompts in comments: `promptmeter: prompt role=system model=gpt-4o volume=2000/day`. */
export interface Markers {
  readonly ignoreFile: boolean;
  readonly sightings: readonly Sighting[];
  /** A model for what stands on a line, 0-based. */
  readonly models: ReadonlyMap<number, ModelUse>;
  /** How often what stands on a line, 0-based, is sent. */
  readonly volumes: ReadonlyMap<number, MarkedVolume>;
  /** Lines, 0-based, of which no prompt is reported. */
  readonly ignoredLines: ReadonlySet<number>;
}

/** Reads the markers of a file. A marker speaks of the code that starts on the line after it, and after comments that follow it. */
export function readMarkers(unit: Unit): Markers {
  if (!unit.text.includes('promptmeter')) return noMarkers;
  const lines = new LineIndex(unit.lines);
  const models = new Map<number, ModelUse>();
  const volumes = new Map<number, MarkedVolume>();
  const ignoredLines = new Set<number>();
  const sightings: Sighting[] = [];
  let ignoreFile = false;
  const remarks = linesOfRemarks(unit, lines);
  for (const comment of unit.outline.comments) {
    const text = unit.text.slice(comment.start, comment.end);
    if (!text.includes('promptmeter')) continue;
    let next = lines.position(comment.end).line + 1;
    while (remarks.has(next)) next++;
    ignoreFile ||= ignoresFile(text);
    if (/promptmeter-ignore-next-line\s*(?:$|--|\*\/)/m.test(text)) ignoredLines.add(next);
    const marker = /promptmeter:\s*([^\n]*)/d.exec(text);
    const said = marker?.[1];
    if (said === undefined) continue;
    const volume = volumeIn(said, unit.path, comment.start + (marker?.indices?.[1]?.[0] ?? 0));
    if (volume !== null) volumes.set(next, volume);
    const model = /\bmodel=([^\s,;]+)/.exec(said)?.[1];
    if (model !== undefined) models.set(next, { id: model, via: 'marker' });
    if (!/^prompt\b/.test(said)) continue;
    const role = roleNamed(/\brole=(\w+)/.exec(said)?.[1] ?? '') ?? 'unknown';
    const node = firstText(unit, next, lines);
    if (node === null) continue;
    sightings.push({
      place: { unit, node },
      role,
      found: 'marker',
      confidence: 'high',
      sdk: null,
      model: model === undefined ? null : { id: model, via: 'marker' },
      placeholders: 'guess',
    });
  }
  return { ignoreFile, sightings, models, volumes, ignoredLines };
}

const noMarkers: Markers = {
  ignoreFile: false,
  sightings: [],
  models: new Map(),
  volumes: new Map(),
  ignoredLines: new Set(),
};

/** Lines on which a comment begins and nothing stands before it. */
function linesOfRemarks({ outline, text, lines: starts }: Unit, lines: LineIndex): ReadonlySet<number> {
  return new Set(
    outline.comments.flatMap(({ start }) => {
      const { line } = lines.position(start);
      return text.slice(starts[line], start).trim() === '' ? [line] : [];
    }),
  );
}

/** A sighting with what is said above it; `null` where that is to be no prompt. @param markers those of its file. */
export function withMarker(sighting: Sighting, { models, volumes, ignoredLines }: Markers): Sighting | null {
  if (models.size + volumes.size + ignoredLines.size === 0) return sighting;
  const line = lineOf(sighting.place);
  if (ignoredLines.has(line)) return null;
  return { ...sighting, model: models.get(line) ?? sighting.model, volume: volumes.get(line) };
}

/** What is said above a call. @param markers those of its file. */
export function volumeAt(place: Place, { volumes }: Markers): MarkedVolume | null {
  return volumes.size === 0 ? null : (volumes.get(lineOf(place)) ?? null);
}

function lineOf({ unit, node }: Place): number {
  return statementLine(node, new LineIndex(unit.lines));
}

/** The outermost text written in the code that starts on a line. */
function firstText(unit: Unit, line: number, lines: LineIndex): SyntaxNode | null {
  const queue: SyntaxNode[] = [unit.root];
  // goes on over what is added meanwhile: level by level
  for (const node of queue) {
    const from = lines.position(node.start).line;
    if (from >= line && statementLine(node, lines) === line && isWritten({ unit, node })) return node;
    if (lines.position(node.end).line >= line && from <= line + 50)
      for (const child of node.children) queue.push(child);
  }
  return null;
}

/** The line on which the outermost code around a node begins that does not begin above it. */
export function statementLine(node: SyntaxNode, lines: LineIndex): number {
  let line = lines.position(node.start).line;
  for (let up = node.parent; up !== null && up.parent !== null; up = up.parent) {
    if (/(?:block|body|module|program|declaration_list)$/.test(up.kind)) break;
    line = lines.position(up.start).line;
  }
  return line;
}
