import { holeMark } from '../core/compress/draft.ts';
import type { EditGroup } from '../core/compress/groups.ts';
import { levels, type Level } from '../core/compress/lexicons/lexicon.ts';
import type { Pointer } from '../core/compress/pointers.ts';
import type { Money } from '../core/prices/money.ts';
import { sourceOffset } from '../core/source/decoded.ts';
import type { PromptCompression } from '../host/workerCompress.ts';
import { notesOf, pointerWords, savedWords } from '../report/compression.ts';
import { nameOf } from '../report/words.ts';
import type { CompressionPage, EditRow } from '../webview/protocol.ts';
import { sayOfCompression as say } from './compressionSentences.ts';
import { editorOptions, type EngineSetting } from './options.ts';

/** A compression as a person looks at it. */
export interface Looked {
  readonly way: Way;
  /** All that was offered. */
  readonly offered: PromptCompression;
  readonly taken: ReadonlySet<number>;
  /** What is left of it with the edits that are taken. */
  readonly made: PromptCompression;
}

/** How a prompt is made shorter. */
export interface Way {
  readonly engine: EngineSetting;
  readonly level: Level;
  /** The share that LLMLingua-2 is to keep. */
  readonly rate: number;
}

const engineSettings = editorOptions['compression.engine'].enum;

/** Shares that the page offers. */
const rates = [0.9, 0.8, 0.7, 0.6, 0.5];

/** Edits that are listed; more are more than anybody reads, and than a page draws at once. */
const mostListed = 1000;

/** Characters of the line around an edit, on each side, and of the edit itself. */
const [around, longest] = [40, 300];

/** What a person looks at → the page that shows it. @param isStale whether the text has changed since. */
export function compressionPage(looked: Looked, isStale: boolean, money: Money): CompressionPage {
  const { way, offered, taken, made } = looked;
  const { prompt, compression, pointers, refused } = made;
  const { before, after } = compression.tokens;
  const [saved = null] = savedWords(made, money);
  const listed = offered.groups.slice(0, mostListed);
  const madeGroups = new Set(compression.edits.map(({ group }) => group));
  return {
    kind: 'compression',
    title: say.title(nameOf(prompt), prompt.path),
    summary: say.summary(before, after, before === after ? null : saved),
    engines: engineSettings.map((id) => ({ id, ...say.engines[id] })),
    engine: engineSettings.find((id) => id === offered.engine) ?? null,
    ...gradesOf(way),
    rows: listed.map((group) => rowOf(group, offered, taken.has(group.group), madeGroups.has(group.group))),
    edits: { taken: taken.size, total: offered.groups.length },
    isStale,
    notes: [
      ...(isStale ? [say.stale] : []),
      ...(refused === null ? [] : [say.unwritten(refused)]),
      ...(offered.engine === 'llmlingua2' ? [say.experimental] : []),
      ...(offered.slow === null ? [] : [say.slow(offered.slow)]),
      ...notesOf({ ...made, pointers: [] }),
    ],
    kept: Object.entries(compression.protected).map(([kind, count]) => say.kept(kind, count)),
    pointers: pointers.slice(0, mostListed).map((pointer) => ({
      text: pointerWords(pointer),
      path: prompt.path,
      offset: placeOf(pointer, offered),
    })),
    canApply: made.edits.length > 0 && !isStale,
  };
}

/** How far the engine of a way may go, and how far it went. */
function gradesOf({ engine, level, rate }: Way): Pick<CompressionPage, 'levels' | 'level'> {
  if (engine === 'lexical') return { levels: levels.map((id) => ({ id, ...say.levels[id] })), level };
  const all = [...new Set([...rates, rate])].sort((a, b) => b - a);
  const choices = all.map((one) => ({ id: String(one), ...say.rate(Math.round(one * 100)) }));
  return { levels: choices, level: String(rate) };
}

function rowOf(
  { group, range, before, after, tokens, passes }: EditGroup,
  offered: PromptCompression,
  isTaken: boolean,
  isMade: boolean,
): EditRow {
  const { text } = offered.draft;
  const lead = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const tail = /^[^\n]*/.exec(text.slice(range.end))?.[0] ?? '';
  return {
    group,
    lead: shown(lastWords(lead)),
    before: shown(before),
    after: shown(after),
    tail: shown(firstWords(tail)),
    kind: [...new Set(passes.map((pass) => say.kinds[pass] ?? pass))].join(', '),
    saves: say.saves(tokens),
    taken: isTaken,
    refused: isTaken && !isMade ? say.stayed : null,
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
