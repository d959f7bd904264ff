import { holeMark } from '../core/compress/draft.ts';
import type { EditGroup } from '../core/compress/groups.ts';
import { levels, type Level } from '../core/compress/lexicons/lexicon.ts';
import type { Pointer } from '../core/compress/pointers.ts';
import type { Money } from '../core/prices/money.ts';
import { sourceOffset } from '../core/source/decoded.ts';
import type { PromptCompression } from '../host/workerCompress.ts';
import { notesOf, pointerWords, savedUsd } from '../report/compression.ts';
import { nameOf } from '../report/words.ts';
import type { CompressionPage, EditRow } from '../webview/protocol.ts';
import { sayOfCompression as say } from './compressionSentences.ts';

/** A compression as a person looks at it. */
export interface Looked {
  readonly level: Level;
  /** All that was offered. */
  readonly offered: PromptCompression;
  readonly taken: ReadonlySet<number>;
  /** What is left of it with the edits that are taken. */
  readonly made: PromptCompression;
}

/** Characters of the line around an edit, on each side, and of the edit itself. */
const [around, longest] = [40, 300];

/** What a person looks at → the page that shows it. */
export function compressionPage({ level, offered, taken, made }: Looked, money: Money): CompressionPage {
  const { prompt, compression, pointers, refused } = made;
  const { before, after } = compression.tokens;
  const saved = savedUsd(made);
  return {
    kind: 'compression',
    title: say.title(nameOf(prompt), prompt.path),
    summary: say.summary(before, after, saved === null || before === after ? null : money(saved)),
    levels: levels.map((id) => ({ id, ...say.levels[id] })),
    level,
    rows: offered.groups.map((group) => rowOf(group, offered, taken, made)),
    notes: [...(refused === null ? [] : [say.unwritten(refused)]), ...notesOf({ ...made, pointers: [] })],
    kept: Object.entries(compression.protected).map(([kind, count]) => say.kept(kind, count)),
    pointers: pointers.map((pointer) => ({
      text: pointerWords(pointer),
      path: prompt.path,
      offset: placeOf(pointer, offered),
    })),
    canApply: made.edits.length > 0,
  };
}

function rowOf(
  { group, range, before, after, tokens, passes }: EditGroup,
  offered: PromptCompression,
  taken: ReadonlySet<number>,
  made: PromptCompression,
): EditRow {
  const { text } = offered.draft;
  const lead = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const tail = /^[^\n]*/.exec(text.slice(range.end))?.[0] ?? '';
  const isMade = made.compression.edits.some((edit) => edit.group === group);
  return {
    group,
    lead: shown(lastWords(lead)),
    before: shown(before),
    after: shown(after),
    tail: shown(firstWords(tail)),
    kind: passes.map((pass) => say.kinds[pass] ?? pass).join(', '),
    saves: say.saves(tokens),
    taken: taken.has(group),
    refused: taken.has(group) && !isMade ? say.stayed : null,
  };
}

/** No more than fits, and whole words. */
function lastWords(text: string): string {
  if (text.length <= around) return text;
  return `…${text.slice(-around).replace(/^\S*(?=\s)/, '')}`;
}

function firstWords(text: string): string {
  if (text.length <= around) return text;
  return `${text.slice(0, around).replace(/(?<=\s)\S*$/, '')}…`;
}

/** Blanks that would not be seen, and what stands for a hole, as signs. */
function shown(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest / 2)} … ${text.slice(-longest / 2)}` : text;
  const visible = cut.replaceAll(holeMark, '{…}').replaceAll('\n', '⏎');
  return visible.trim() === '' ? visible.replaceAll(' ', '·') : visible;
}

/** Where in its own file something is pointed out. */
function placeOf({ range }: Pointer, { draft, prompt }: PromptCompression): number | null {
  const part = draft.parts.find(({ start, end }) => start <= range.start && range.start < end);
  if (part === undefined || part.segment.path !== prompt.path) return null;
  if (part.segment.kind === 'hole') return part.segment.range.start;
  return sourceOffset(part.segment, range.start - part.start);
}
