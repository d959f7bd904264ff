import { recordAt, entryOf, type RecordSeen } from '../prompts/records.ts';
import { expressionAt } from '../prompts/expressions.ts';
import type { Unit } from '../source/workspace.ts';
import type { Edit, Range } from '../text.ts';
import { nodesAround } from './code.ts';
import { itemBehind, withoutItem } from './items.ts';

/** A block of a message's or a system text's content, as it is written in the source. */
export interface Block {
  readonly record: RecordSeen;
  /** The list that it stands in. */
  readonly list: Range;
}

/** The block of a list that a stretch of source stands in; `null` where it stands in none, and in other languages. */
export function blockAround(unit: Unit, range: Range): Block | null {
  if (quotes[unit.language.id] === undefined) return null;
  const around = nodesAround(unit, range);
  for (const [i, place] of around.entries()) {
    if (expressionAt(place).kind !== 'record') continue;
    const outer = around[i + 1];
    const record = recordAt(place);
    if (record === null) return null;
    if (outer !== undefined && expressionAt(outer).kind === 'list') return { record, list: outer.node };
  }
  return null;
}

/** How the keys of a block are quoted. */
const quotes: Readonly<Record<string, readonly [key: string, text: string]>> = {
  typescript: ['', "'"],
  javascript: ['', "'"],
  python: ['"', '"'],
};

/** A block with a text of its own, in the form of another one. @param literal source of the text */
export function blockOf(unit: Unit, literal: string, like: RecordSeen): string {
  const [key, text] = quotes[unit.language.id] ?? ['', '"'];
  const type = entryOf(like, 'type') === null ? '' : `${key}type${key}: ${text}text${text}, `;
  return `{${gap(unit)}${type}${key}text${key}: ${literal}${gap(unit)}}`;
}

/** A text → the list of one marked block that it may stand for. */
export function markedBlock(unit: Unit, literal: string): string | null {
  const quoted = quotes[unit.language.id];
  if (quoted === undefined) return null;
  const [key, text] = quoted;
  return `[{${gap(unit)}${key}type${key}: ${text}text${text}, ${key}text${key}: ${literal}, ${markOf(unit)}${gap(unit)}}]`;
}

function markOf(unit: Unit): string {
  const [key, text] = quotes[unit.language.id] ?? ['', '"'];
  return `${key}cache_control${key}: {${gap(unit)}${key}type${key}: ${text}ephemeral${text}${gap(unit)}}`;
}

/** Blanks inside braces, as most people write them in the language. */
function gap({ language }: Unit): string {
  return language.id === 'python' ? '' : ' ';
}

/** Marks a block; `null` where its text is no entry of it, so that it is written in a form of its own. */
export function addMark({ record }: Block): Edit | null {
  const { unit } = record.place;
  const text = entryOf(record, 'text');
  if (text?.unit !== unit || entryOf(record, 'cache_control') !== null) return null;
  return itemBehind(unit.text, entryAround(unit, text.node), markOf(unit));
}

/** Takes the mark away whose value stands at a place; `null` where it has a block of its own. */
export function removeMark(unit: Unit, value: Range): Edit | null {
  const before = /["']?cache_?control["']?\s*[:=]\s*$/i.exec(unit.text.slice(0, value.start));
  if (before === null) return null;
  return withoutItem(unit.text, { start: before.index, end: value.end });
}

/** An entry with its key, by its value. */
function entryAround(unit: Unit, value: Range): Range {
  const before = /["']?[\w$]+["']?\s*:\s*$/.exec(
    unit.text.slice(Math.max(0, value.start - 200), value.start),
  );
  return { start: value.start - (before?.[0].length ?? 0), end: value.end };
}

/** How often a piece of source reads a name; one that is called the same counts too. */
export function usesOf(source: string, name: string): number {
  const escaped = name.replaceAll('$', '\\$');
  return [...source.matchAll(new RegExp(`(?<![\\w$."'])${escaped}(?![\\w$"'])(?!\\s*[:=](?!=))`, 'g'))]
    .length;
}
