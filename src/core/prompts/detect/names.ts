import type { Declaration, Expression } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { argumentNames } from '../argumentNames.ts';
import { isWritten } from '../evaluate.ts';
import { splitWords } from '../evidence.ts';
import {
  isAbout,
  isLocalePath,
  isPromptClass,
  isPromptPath,
  isPromptTable,
  roleOfName,
  strengthOfName,
  type NameStrength,
} from '../names.ts';
import { seemingStyle } from '../placeholders.ts';
import type { Confidence } from '../prompt.ts';
import type { Reading } from '../prose.ts';
import { expressionAt, unwrap } from '../resolve.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Texts } from '../texts.ts';
import type { Trail } from '../trail.ts';

/** A text that has a name, and what its surroundings say of it. */
interface Named {
  readonly name: string;
  /** Unwrapped; of a kind that can be text. */
  readonly at: Place;
  /** It stands in a file, a class or a table kept for prompts. */
  readonly amongPrompts: boolean;
  readonly found: 'constant' | 'function';
  /** It is appended to a text that has the name. */
  readonly appended: boolean;
}

/** Evidence by names: what is called like a prompt and reads like an instruction. */
export function detectNames(
  unit: Unit,
  labels: ReadonlyMap<SyntaxNode, string>,
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  if (isLocalePath(unit.path)) return [];
  const inPromptFile = isPromptPath(unit.path);
  const { declarations, records, calls } = unit.outline;
  const named: Named[] = [];
  for (const declaration of declarations) addDeclaration(named, unit, declaration, inPromptFile);
  // `Map.of(…)` is a call that writes a record
  for (const node of records) addRecord(named, unit, node, inPromptFile, labels);
  for (const node of calls) addRecord(named, unit, node, inPromptFile, labels);
  for (const node of calls)
    for (const { name, value, amongPrompts } of argumentNames({ unit, node }, trail))
      add(named, unit, value, { name, amongPrompts, found: 'constant', appended: false });
  const strengths = new Map<string, NameStrength | null>();
  const found = named.flatMap((candidate) => judge(candidate, strengths, texts, trail));
  if (!found.some(({ confidence }) => confidence === 'medium')) return found;
  return [...found, ...named.flatMap((candidate) => judgeTemplate(candidate, texts))];
}

/** Beside prompts, what is called a template and has placeholders is the frame that one of them is put into. */
function judgeTemplate({ name, at, found }: Named, texts: Texts): Sighting[] {
  if (!splitWords(name).includes('template') || !isWritten(at)) return [];
  const reading = seemingStyle(texts.known(at), false) === null ? null : texts.reading(at);
  return reading === null || reading.words === 0 ? [] : [sighting(at, name, found, 'low')];
}

/** Most of what has a name is no text: that is seen before anything is kept of it. */
function add(named: Named[], unit: Unit, node: SyntaxNode, about: Omit<Named, 'at'>): void {
  const at = unwrap({ unit, node });
  if (!neverText.has(expressionAt(at).kind)) named.push({ ...about, at });
}

function addDeclaration(
  named: Named[],
  unit: Unit,
  { kind, name, node, value }: Declaration,
  inPromptFile: boolean,
): void {
  if (value === null || kind === 'import' || kind === 'class' || kind === 'enum') return;
  const returned = returnedBy(unit, value);
  for (const one of returned ?? [])
    add(named, unit, one, { name, amongPrompts: inPromptFile, found: 'function', appended: false });
  if (returned !== null) return;
  const scope = unit.outline.scopeOf(node);
  const inClass = scope.kind === 'class' && isPromptClass(scope.name ?? '');
  // what else a file of prompts is given, it is given for itself
  const atTop = kind !== 'property' && scope.kind !== 'function' && scope.kind !== 'block';
  const amongPrompts = inClass || (inPromptFile && atTop);
  add(named, unit, value, { name, amongPrompts, found: 'constant', appended: kind === 'augment' });
}

function returnedBy(unit: Unit, value: SyntaxNode): readonly SyntaxNode[] | null {
  const fn = expressionAt({ unit, node: value });
  return fn.kind === 'function' ? (unit.outline.returns.get(fn.node) ?? []) : null;
}

function addRecord(
  named: Named[],
  unit: Unit,
  node: SyntaxNode,
  inPromptFile: boolean,
  labels: ReadonlyMap<SyntaxNode, string>,
): void {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'record' || isForPeople(expression)) return;
  const isTable = isPromptTable(labels.get(node) ?? '');
  for (const { key, value } of expression.entries) {
    if (key === null) continue;
    const amongPrompts = inPromptFile || (isTable && !isAbout(key));
    const returned = returnedBy(unit, value);
    const found = returned === null ? 'constant' : 'function';
    for (const inner of returned ?? [value])
      add(named, unit, inner, { name: key, amongPrompts, found, appended: false });
  }
}

/** What a person reads at a screen: the page of a command, the box that an editor asks in. */
function isForPeople({ type, entries }: Extract<Expression, { kind: 'record' }>): boolean {
  const isCommand = /(?:^|\.)(?:cobra|cli)\.(?:Command|App)$/.test(type ?? '');
  return isCommand || entries.some(({ key }) => key !== null && ofInputBoxes.has(key));
}

/** Options of `showInputBox`: https://code.visualstudio.com/api/references/vscode-api#InputBoxOptions, read 2026-11. */
const ofInputBoxes = new Set(['placeHolder', 'ignoreFocusOut', 'validateInput', 'valueSelection']);

/** @param strengths of the names of the file, which come again and again. */
function judge(
  { name, at, amongPrompts, found, appended }: Named,
  strengths: Map<string, NameStrength | null>,
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  const known = strengths.get(name);
  const strength = known === undefined ? strengthOfName(name) : known;
  strengths.set(name, strength);
  if (strength === null && !amongPrompts && at.node.end - at.node.start < longText) return [];
  const written = isWritten(at) ? [at] : writtenParts(at);
  const named = strength === 'strong' || amongPrompts;
  const sites = named && written.length === 0 ? sitesOf(at, trail()) : written;
  return sites.flatMap((site): Sighting[] => {
    const reading = texts.reading(site);
    const goesOn = appended && texts.known(site).includes('\n');
    if (reading === null || !isPrompt(reading, strength, amongPrompts, goesOn)) return [];
    return [sighting(site, name, found, strength === 'strong' || amongPrompts ? 'medium' : 'low')];
  });
}

function sighting(place: Place, name: string, found: Named['found'], confidence: Confidence): Sighting {
  const role = roleOfName(name);
  return { place, role, found, confidence, sdk: null, model: null, placeholders: 'guess' };
}

/** Kinds of expressions that neither are a text nor lead to one. */
const neverText: ReadonlySet<Expression['kind']> = new Set(['number', 'function', 'record', 'pipe', 'other']);

/** Characters of source from which on a text is looked at whatever it is called. */
const longText = 160;

/** The arms of a conditional and the items of a list that are written in place. */
function writtenParts(at: Place): readonly Place[] {
  return partsIn(expressionAt(at))
    .map((node) => unwrap({ ...at, node }))
    .filter(isWritten);
}

function partsIn(expression: Expression): readonly SyntaxNode[] {
  if (expression.kind === 'choice') return expression.arms;
  if (expression.kind === 'each') return [expression.item];
  return expression.kind === 'list' ? expression.items : [];
}

/**
 * How much a text must read like an instruction, the less the more its name says.
 * @param goesOn it is a further line of such a text, and need not say much itself.
 */
function isPrompt(
  { words, instructs, casts }: Reading,
  strength: NameStrength | null,
  amongPrompts: boolean,
  goesOn: boolean,
): boolean {
  if (strength === 'strong') return (goesOn && words >= 1) || (words >= 3 && (instructs >= 1 || words >= 5));
  if (amongPrompts) return words >= 4 && (instructs >= 1 || words >= 6);
  if (casts && words >= 25 && instructs >= 4) return true;
  return strength === 'weak' && words >= 8 && instructs >= 3;
}
