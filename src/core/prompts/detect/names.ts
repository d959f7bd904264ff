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
  readonly place: Place;
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
  const named = [
    ...unit.outline.declarations.flatMap((declaration) => ofDeclaration(unit, declaration, inPromptFile)),
    // `Map.of(…)` is a call that writes a record
    ...[...unit.outline.records, ...unit.outline.calls].flatMap((node) =>
      ofRecord(unit, node, inPromptFile, labels),
    ),
    ...unit.outline.calls.flatMap((node) => ofCall(unit, node, trail)),
  ];
  const strengths = new Map<string, NameStrength | null>();
  const found = named.flatMap((candidate) => judge(candidate, strengths, texts, trail));
  if (!found.some(({ confidence }) => confidence === 'medium')) return found;
  return [...found, ...named.flatMap((candidate) => judgeTemplate(candidate, texts))];
}

/** Beside prompts, what is called a template and has placeholders is the frame that one of them is put into. */
function judgeTemplate({ name, place, found }: Named, texts: Texts): Sighting[] {
  const at = unwrap(place);
  if (!splitWords(name).includes('template') || !isWritten(at)) return [];
  const reading = seemingStyle(texts.known(at), false) === null ? null : texts.reading(at);
  return reading === null || reading.words === 0 ? [] : [sighting(at, name, found, 'low')];
}

function ofDeclaration(unit: Unit, { kind, name, node, value }: Declaration, inPromptFile: boolean): Named[] {
  if (value === null || kind === 'import' || kind === 'class' || kind === 'enum') return [];
  const scope = unit.outline.scopeOf(node);
  const inClass = scope.kind === 'class' && isPromptClass(scope.name ?? '');
  const atTop = scope.kind !== 'function' && scope.kind !== 'block';
  const returned = returnedBy(unit, value);
  if (returned !== null)
    return returned.map((node) => ({
      name,
      place: { unit, node },
      amongPrompts: inPromptFile,
      found: 'function',
      appended: false,
    }));
  return [
    {
      name,
      place: { unit, node: value },
      amongPrompts: inClass || (inPromptFile && atTop),
      found: 'constant',
      appended: kind === 'augment',
    },
  ];
}

function returnedBy(unit: Unit, value: SyntaxNode): readonly SyntaxNode[] | null {
  const fn = expressionAt({ unit, node: value });
  return fn.kind === 'function' ? (unit.outline.returns.get(fn.node) ?? []) : null;
}

function ofRecord(
  unit: Unit,
  node: SyntaxNode,
  inPromptFile: boolean,
  labels: ReadonlyMap<SyntaxNode, string>,
): Named[] {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'record') return [];
  const table = labels.get(node) ?? '';
  return expression.entries.flatMap(({ key, value }): Named[] => {
    if (key === null) return [];
    const amongPrompts = inPromptFile || (isPromptTable(table) && !isAbout(key));
    const returned = returnedBy(unit, value);
    const found = returned === null ? 'constant' : 'function';
    return (returned ?? [value]).map((inner) => ({
      name: key,
      place: { unit, node: inner },
      amongPrompts,
      found,
      appended: false,
    }));
  });
}

function ofCall(unit: Unit, node: SyntaxNode, trail: () => Trail): Named[] {
  return argumentNames({ unit, node }, trail).map(({ name, value, amongPrompts }) => ({
    name,
    place: { unit, node: value },
    amongPrompts,
    found: 'constant',
    appended: false,
  }));
}

/** @param strengths of the names of the file, which come again and again. */
function judge(
  { name, place, amongPrompts, found, appended }: Named,
  strengths: Map<string, NameStrength | null>,
  texts: Texts,
  trail: () => Trail,
): Sighting[] {
  const at = unwrap(place);
  if (neverText.has(expressionAt(at).kind)) return [];
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
  const expression = expressionAt(at);
  if (expression.kind !== 'choice' && expression.kind !== 'list') return [];
  const parts = expression.kind === 'choice' ? expression.arms : expression.items;
  return parts.map((node) => unwrap({ ...at, node })).filter(isWritten);
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
