import type { Declaration, Expression } from '../../source/language.ts';
import { enclosing } from '../../source/outline.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { modelBeside, modelOfClassAround } from '../around.ts';
import { argumentNames } from '../argumentNames.ts';
import { isWritten } from '../evaluate.ts';
import { splitWords } from '../evidence.ts';
import { itself, type Memory } from '../memory.ts';
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
import { castsFirst, type Reading } from '../prose.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { isForPeople, isOfField, tellsPeople } from '../forPeople.ts';
import type { Sighting } from '../sighting.ts';
import { sourceOf } from '../sites.ts';
import { isPiece, type Texts } from '../texts.ts';
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
  memory: Memory,
  texts: Texts,
  trail: () => Trail,
): readonly Sighting[] {
  if (isLocalePath(unit.path)) return [];
  const inPromptFile = isPromptPath(unit.path);
  const { declarations, records, calls } = unit.outline;
  const strengths = new Map<string, NameStrength | null>();
  const judged = (named: readonly Named[]): Judged[] =>
    named.map((one) => ({ named: one, sightings: judge(one, strengths, texts, trail) }));
  const inRecord = (node: SyntaxNode) => judged(namedInRecord(unit, node, inPromptFile, labels));
  const at = ({ node }: Declaration) => node;
  const lists: Record<string, readonly Judged[]> = {
    file: judged(namedByFile(unit, inPromptFile)),
    declarations: memory.flatMap('declared names', declarations, at, (declaration) =>
      judged(namedByDeclaration(unit, declaration, inPromptFile)),
    ),
    records: memory.flatMap('names in records', records, itself, inRecord),
    // `Map.of(…)` is a call that writes a record
    calls: memory.flatMap('names in calls', calls, itself, inRecord),
    arguments: memory.flatMap('names of arguments', calls, itself, (node) =>
      judged(namedArguments({ unit, node }, trail)),
    ),
  };
  const found = Object.values(lists)
    .flat()
    .flatMap(({ sightings }) => sightings);
  if (!found.some(({ confidence }) => confidence === 'medium')) return found;
  const templates = Object.entries(lists).flatMap(([list, names]) =>
    memory.flatMap(
      `templates: ${list}`,
      names,
      ({ named }) => named.at.node,
      ({ named }) => judgeTemplate(named, texts),
    ),
  );
  return [...found, ...templates];
}

/** A text that has a name, and what is found by that. */
interface Judged {
  readonly named: Named;
  readonly sightings: readonly Sighting[];
}

/** Beside prompts, what is called a template and has placeholders is the frame that one of them is put into. */
function judgeTemplate({ name, at, found }: Named, texts: Texts): Sighting[] {
  if (!splitWords(name).includes('template') || !isWritten(at)) return [];
  const reading = seemingStyle(texts.known(at), false) === null ? null : texts.reading(at);
  return reading === null || reading.words === 0 ? [] : [sighting(at, name, found, 'low')];
}

/** Most of what has a name is no text: that is seen before anything is kept of it. */
function named(unit: Unit, node: SyntaxNode, about: Omit<Named, 'at'>): Named[] {
  const at = unwrap({ unit, node });
  return neverText.has(expressionAt(at).kind) || isTranslated(at) ? [] : [{ ...about, at }];
}

/** `__('…')`: what is translated for people is no prompt by its name alone. */
function isTranslated({ unit, node }: Place): boolean {
  return /^(?:__|_[xe]|esc_(?:html|attr)__|gettext)\(/.test(
    unit.text.slice(node.start, Math.min(node.end, node.start + 12)),
  );
}

/** `return 'You are …';` of a file that others include: the file's name is that of the text. */
function namedByFile(unit: Unit, inPromptFile: boolean): Named[] {
  const [name = ''] = unit.path.slice(unit.path.lastIndexOf('/') + 1).split('.', 1);
  const returned = unit.outline.returns.get(unit.root) ?? [];
  return returned.flatMap((node) =>
    named(unit, node, { name, amongPrompts: inPromptFile, found: 'constant', appended: false }),
  );
}

function namedArguments(call: Place, trail: () => Trail): Named[] {
  const expression = expressionAt(call);
  if (expression.kind === 'tagged') return namedByTag(call, expression);
  return argumentNames(call, trail).flatMap(({ name, value, amongPrompts }) =>
    named(call.unit, value, { name, amongPrompts, found: 'constant', appended: false }),
  );
}

/** A tagged template is called what its tag is. */
function namedByTag({ unit }: Place, { tag, template }: Extract<Expression, { kind: 'tagged' }>): Named[] {
  const name = /[\w$]*$/.exec(unit.text.slice(tag.start, tag.end))?.[0] ?? '';
  return named(unit, template, { name, amongPrompts: false, found: 'constant', appended: false });
}

function namedByDeclaration(
  unit: Unit,
  { kind, name, node, value }: Declaration,
  inPromptFile: boolean,
): Named[] {
  if (value === null || kind === 'import' || kind === 'class' || kind === 'enum') return [];
  const returned = returnedBy(unit, value);
  if (returned !== null)
    return returned.flatMap((one) =>
      named(unit, one, { name, amongPrompts: inPromptFile, found: 'function', appended: false }),
    );
  const scope = unit.outline.scopeOf(node);
  // what a class says of itself, such as the description of a command, is for people
  const ofItself = scope.kind === 'class' && ofCommands.test(name);
  const inClass = scope.kind === 'class' && isPromptClass(scope.name ?? '');
  // what else a file of prompts is given, it is given for itself
  const atTop = kind !== 'property' && scope.kind !== 'function' && scope.kind !== 'block';
  const amongPrompts = !ofItself && (inClass || (inPromptFile && atTop));
  const appended = kind === 'augment';
  const of = appended ? (builderOf.exec(name)?.[1] ?? name) : name;
  return named(unit, value, { name: of, amongPrompts, found: 'constant', appended });
}

/** Members by which commands and pages say what they are. */
const ofCommands = /^\$?(?:signature|description|title|help|usage|label)$/;

/** `promptBuilder`, `prompt_string_builder`: what is appended to it is appended to the prompt. */
const builderOf = /^(\w*(?:prompts?|instructions?|messages?))_?(?:string)?_?(?:builder|buffer|sb)$/i;

function returnedBy(unit: Unit, value: SyntaxNode): readonly SyntaxNode[] | null {
  const fn = expressionAt({ unit, node: value });
  if (fn.kind !== 'function') return null;
  // a function that makes a function that writes the text
  return (unit.outline.returns.get(fn.node) ?? []).flatMap((node) => {
    const made = expressionAt(unwrap({ unit, node }));
    return made.kind === 'function' ? (unit.outline.returns.get(made.node) ?? []) : [node];
  });
}

function namedInRecord(
  unit: Unit,
  node: SyntaxNode,
  inPromptFile: boolean,
  labels: ReadonlyMap<SyntaxNode, string>,
): Named[] {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'record' || isForPeople(expression)) return [];
  const isTable = isPromptTable(tableName(unit, node, labels));
  // what a function writes down in a file of prompts may be for people
  const kept = inPromptFile && enclosing(unit.outline.scopeOf(node), 'function') === null;
  const isField = isOfField(expression);
  return expression.entries.flatMap(({ key, value }) => {
    if (key === null || (isField && tellsPeople.test(key))) return [];
    const amongPrompts = (kept && !tellsPeople.test(key)) || (isTable && !isAbout(key));
    const returned = returnedBy(unit, value);
    const found = returned === null ? 'constant' : 'function';
    return (returned ?? [value]).flatMap((inner) =>
      named(unit, inner, { name: key, amongPrompts, found, appended: false }),
    );
  });
}

/** What a record is called: by what it is given to, be it made by a constructor, or by the function that returns it. */
function tableName(unit: Unit, node: SyntaxNode, labels: ReadonlyMap<SyntaxNode, string>): string {
  const label = labels.get(node) ?? (node.parent === null ? undefined : labels.get(node.parent));
  if (label !== undefined) return label;
  const fn = enclosing(unit.outline.scopeOf(node), 'function');
  const returned = fn === null ? [] : (unit.outline.returns.get(fn.node) ?? []);
  return returned.includes(node) ? (fn?.name ?? '') : '';
}

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
  const source = named && written.length === 0 ? sourceOf(at, trail()) : null;
  const sites = source?.sites ?? written;
  const prompts = sites.filter((site) => {
    const reading = texts.reading(site);
    const goesOn = appended && texts.known(site).includes('\n');
    const castsOne = strength === 'weak' && ofSomebody.test(name) && castsFirst(texts.known(site));
    if (reading === null || !isPrompt(reading, strength, { amongPrompts, goesOn, castsOne })) return false;
    return amongPrompts || !tellsWhatIsMeant(name, reading, texts.known(site));
  });
  // what a text of such a name is put together of belongs to it, however short it is
  const added = new Set(prompts.length === 0 || strength !== 'strong' ? [] : source?.added);
  for (const { node } of prompts) added.delete(node);
  const pieces = sites.filter((site) => added.has(site.node) && isPiece(site, texts));
  const confidence = named ? 'medium' : 'low';
  const all = [...prompts, ...pieces];
  const model = all.length === 0 ? null : (modelBeside(at, trail()) ?? modelOfClassAround(at, trail()));
  return all.map((site) => ({ ...sighting(site, name, found, confidence), model }));
}

function sighting(place: Place, name: string, found: Named['found'], confidence: Confidence): Sighting {
  const role = roleOfName(name);
  return { place, role, found, confidence, sdk: null, model: null, placeholders: 'guess' };
}

/** `system_message="Provide a system message."`: a few words with the name among them tell a person what it is for. */
function tellsWhatIsMeant(name: string, { words, casts }: Reading, text: string): boolean {
  const parts = splitWords(name);
  return parts.length > 1 && words <= 10 && !casts && text.toLowerCase().includes(parts.join(' '));
}

/** Names of what an agent is told that it is. */
const ofSomebody = /(?:backstory|system|assistant|developer|persona)$/i;

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
 * @param about of these `goesOn` says that it is a further line of such a text, and need not say much itself; `castsOne`
 * that it begins by telling who somebody is, under a name that is about that.
 */
function isPrompt(
  { words, instructs, casts, modelTalk }: Reading,
  strength: NameStrength | null,
  { amongPrompts, goesOn, castsOne }: { amongPrompts: boolean; goesOn: boolean; castsOne: boolean },
): boolean {
  if (strength === 'strong') return (goesOn && words >= 1) || (words >= 3 && (instructs >= 1 || words >= 5));
  if (amongPrompts) return words >= 4 && (instructs >= 1 || words >= 6);
  if (casts && words >= 25 && instructs >= 4) return true;
  if (words >= 12 && modelTalk >= 3) return true;
  if (castsOne && words >= 8) return true;
  return strength === 'weak' && ((words >= 8 && instructs >= 3) || (casts && words >= 6));
}
