import type { CompressionEdit } from '../core/compress/edited.ts';
import { holeMark, type Draft } from '../core/compress/draft.ts';
import type { EngineId } from '../core/compress/engine.ts';
import type { Loss } from '../core/compress/validate.ts';
import type { Pointer } from '../core/compress/pointers.ts';
import type { CompressedPrompt } from '../core/compressing.ts';
import type { Money } from '../core/prices/money.ts';
import { times, type Usd } from '../core/prices/usd.ts';
import type {
  CompressedEntry,
  CompressEditEntry,
  CompressDocument,
  PointerEntry,
} from './compressionDocument.ts';
import { countWords, modelWords, nameOf, oneLine, signOf } from './words.ts';

/** What a prompt's compression is told as: the prompt of a file, or a text that stands alone. */
export type Told = Pick<CompressedPrompt, 'compression' | 'pointers' | 'refused' | 'model'> &
  Partial<Pick<CompressedPrompt, 'prompt' | 'draft'>>;

/** The text as it would be, holes as the source writes them. */
export function compressedText({ compression, draft }: Told): string {
  return draft === undefined ? compression.text : withHoles(compression.text, draft);
}

/** One line: `agent.ts#SYSTEM_PROMPT  1,240 → 1,082 tokens (−12.7 %), 14 edits, $0.0004 less per call` */
export function savingLine(told: Told, name: string, money: Money): string {
  const { before, after } = told.compression.tokens;
  if (told.refused !== null) return `${name}  unchanged: ${told.refused}`;
  if (before === after) return `${name}  ${countWords(before)} tokens, nothing to save`;
  const share = (((before - after) / before) * 100).toFixed(1);
  const groups = new Set(told.compression.edits.map(({ group }) => group)).size;
  return [
    `${name}  ${countWords(before)} → ${countWords(after)} tokens (−${share} %)`,
    `${groups} ${groups === 1 ? 'edit' : 'edits'}`,
    ...savedWords(told, money),
  ].join(', ');
}

/** `≈$0.0004 less per call`, `$0.0004 less per call of gpt-4.1 (assumed)`; none where the price is unknown. */
export function savedWords(told: Told, money: Money): string[] {
  const saved = savedUsd(told);
  const { prompt } = told;
  if (saved === null || prompt === undefined) return [];
  const assumed = prompt.model?.via === 'config' ? ` of ${oneLine(modelWords(prompt.model))}` : '';
  return [`${signOf(prompt.tokens)}${money(saved)} less per call${assumed}`];
}

/** What else a person should know before taking the edits. Whole sentences. */
export function notesOf(told: Told): string[] {
  const { compression, pointers } = told;
  return [
    ...cacheNotes(told),
    ...(compression.languages.length === 0 && compression.edits.length > 0
      ? ['Its language is not known here, so only its structure was shortened.']
      : []),
    ...refusedNotes(compression.refused),
    ...pointers.slice(0, most).map(pointerWords),
  ];
}

/** Each paragraph once, however much it would lose. */
function refusedNotes(refused: readonly Loss[]): string[] {
  const starts = [...new Set(refused.map(({ paragraph }) => paragraph.start))];
  return starts.slice(0, most).flatMap((start) => {
    const [first, ...more] = refused.filter(({ paragraph }) => paragraph.start === start);
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    return first === undefined ? [] : [`${refusedWords(first)}${others}.`];
  });
}

function refusedWords({ kind, what }: Loss): string {
  const said = oneLine(what);
  if (kind === 'unlike') return `A section stays as it is, because ${said}`;
  if (kind === 'order') return `A paragraph stays as it is, because "${said}" would stand in another place`;
  return what.endsWith(' (added)')
    ? `A paragraph stays as it is, because a ${kind} "${said.slice(0, -' (added)'.length)}" would come in`
    : `A paragraph stays as it is, because the ${kind} "${said}" would be lost`;
}

/** Of each kind of note. */
const most = 5;

/** Dollars that a call costs less; `null` where the price is unknown. Every token of the prompt costs the same. */
export function savedUsd({ prompt, compression: { tokens } }: Told): Usd | null {
  const cost = prompt?.cost ?? null;
  if (prompt === undefined || cost === null || prompt.tokens.count === 0) return null;
  return times(cost.usdPerCall, (tokens.before - tokens.after) / prompt.tokens.count);
}

/** What shortening does to the provider's cache. */
export function cacheNotes({ prompt, compression: { tokens, edits } }: Told): string[] {
  const minimum = prompt?.cache?.minimumTokens ?? null;
  if (edits.length === 0 || minimum === null) return [];
  if (tokens.before < minimum) return [];
  if (tokens.after < minimum)
    return [
      `Below ${countWords(minimum)} tokens the provider caches nothing: shortened, this prompt has too few by itself, and can cost more than before.`,
    ];
  return ['The first calls afterwards miss the provider’s cache once, because its prefix has changed.'];
}

export function pointerWords(pointer: Pointer): string {
  const tokens = `${countWords(pointer.tokens)} tokens`;
  if (pointer.kind === 'section')
    return `The section "${oneLine(pointer.title)}" has ${tokens}, ${Math.round(pointer.share * 100)} % of the prompt.`;
  if (pointer.kind === 'near-duplicate')
    return `A sentence of ${tokens} nearly repeats an earlier one: see whether one of them does.`;
  return `A sentence of ${tokens} says the opposite of an earlier one: see which of them holds.`;
}

export function jsonCompression(
  all: readonly Told[],
  {
    version,
    path,
    engine,
  }: { readonly version: string; readonly path: string | null; readonly engine: EngineId },
): string {
  const document: CompressDocument = {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    path,
    engine,
    prompts: all.map(entryOf),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entryOf(told: Told): CompressedEntry {
  const { compression, prompt, model, refused, pointers, draft } = told;
  return {
    id: prompt?.id ?? null,
    name: prompt === undefined ? null : nameOf(prompt),
    model,
    tokens: compression.tokens,
    text: compressedText(told),
    edits: compression.edits.map((edit) => editEntry(edit, draft)),
    protected: Object.entries(compression.protected).map(([kind, count]) => ({ kind, count })),
    languages: [...compression.languages],
    notes: cacheNotes(told),
    refused: [
      ...(refused === null ? [] : [{ kind: 'source', what: refused }]),
      ...compression.refused.map(({ kind, what }) => ({ kind, what })),
    ],
    pointers: pointers.map(pointerEntry),
  };
}

function editEntry(
  { start, end, text, passes, group }: CompressionEdit,
  draft: Draft | undefined,
): CompressEditEntry {
  return {
    start,
    end,
    before: draft?.text.slice(start, end) ?? null,
    after: text,
    passes: [...passes],
    group,
  };
}

function pointerEntry(pointer: Pointer): PointerEntry {
  const { kind, range, tokens } = pointer;
  return {
    kind,
    start: range.start,
    end: range.end,
    tokens,
    title: pointer.kind === 'section' ? pointer.title : null,
  };
}

function withHoles(text: string, { parts }: Draft): string {
  const holes = parts.flatMap(({ segment }) => (segment.kind === 'hole' ? [segment.expression] : []));
  let next = 0;
  return text.replaceAll(holeMark, () => {
    const expression = holes[next++];
    return expression === undefined ? holeMark : `{${oneLine(expression)}}`;
  });
}
