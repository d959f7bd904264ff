import type { Range } from '../text.ts';
import { languageOf } from '../source/languages/index.ts';
import type { PlaceholderStyle } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit, Workspace } from '../source/workspace.ts';
import { tellsOfFailure } from './answers.ts';
import { namesCalled } from './callNames.ts';
import { siteKey, type Candidate, type FileReading, type SiteKey } from './candidate.ts';
import { detectCalls } from './detect/calls.ts';
import { detectDecorated } from './detect/decorators.ts';
import { detectDocstrings } from './detect/docstrings.ts';
import { detectJsonBodies } from './detect/jsonBodies.ts';
import { readMarkers, volumeAt, withMarker, type Markers } from './detect/markers.ts';
import { detectMessages } from './detect/messages.ts';
import { detectNames } from './detect/names.ts';
import { detectParts } from './detect/parts.ts';
import { detectSiblings } from './detect/siblings.ts';
import { detectTools } from './detect/tools.ts';
import { detectWrapped } from './detect/wrappers.ts';
import { filledBy, fillingsIn } from './filled.ts';
import { labelsOf, namesOf } from './identify.ts';
import { importsSdk } from './imports.ts';
import { jsonBodiesIn } from './jsonBodies.ts';
import { KnownSinks } from './knownSinks.ts';
import { noMemory, type Memory } from './memory.ts';
import { isPromptPath } from './names.ts';
import { seemingStyle, splitPlaceholders } from './placeholders.ts';
import type { Hole, Role, Segment } from './prompt.ts';
import { castsFirst } from './prose.ts';
import { rememberedCandidate } from './rememberedCandidate.ts';
import { requestsOf } from './requests.ts';
import { joinTexts, knownText, resolvedHole, staticText, textsIn } from './segments.ts';
import { merge, type Claim, type Sighting } from './sighting.ts';
import { Sinks, type FunctionSinks } from './sinks.ts';
import { readSuppressions } from './suppressions.ts';
import { Texts } from './texts.ts';
import { Trail } from './trail.ts';

/** Whether a file can hold a prompt at all, told without parsing it. */
export function mayHoldPrompts(path: string, text: string): boolean {
  return (
    isPromptPath(path) ||
    // a file that returns a text is called what that is called
    /(?:prompt|instruction)[^/]*$/i.test(path) ||
    /you are|your (?:task|answer|response|output)|return only|respond with|act as|prompt|instruction|system|message|\brole\b|persona|completion|generateText|streamText|template|Signature|description|openai|anthropic|langchain|litellm|generate_?Content|modelId|ToolInfo/i.test(
      text,
    ) ||
    importsSdk(text)
  );
}

/** What was read of a file, and what its callers and those whom it calls have to know of each other. */
export interface Detection {
  readonly reading: FileReading;
  /** Names of what it calls: sinks of functions called otherwise do not matter to it. */
  readonly calls: readonly string[];
  /** Its functions' sinks, told without those of other files' functions, and with them. */
  readonly own: readonly FunctionSinks[];
  readonly sinks: readonly FunctionSinks[];
  /** Whether the sinks of other files' functions had part in it. */
  readonly handed: boolean;
}

/** @param known the sinks of other files' functions, as far as they are known. */
export function detect(
  unit: Unit,
  workspace: Workspace,
  known: KnownSinks,
  memory: Memory = noMemory,
): Detection {
  const markers = readMarkers(unit);
  if (markers.ignoreFile)
    return {
      reading: { candidates: [], calls: [], suppressions: [] },
      calls: [...new Set(namesCalled(unit).values())],
      own: [],
      sinks: [],
      handed: false,
    };
  const trail = (): Trail => new Trail(workspace);
  const requests = requestsOf(unit, memory, trail);
  const calls = [...new Set(requests.called.values())];
  const alone = new Sinks(unit, requests, KnownSinks.none, memory, trail);
  const matters = known.signature(unit.path, calls) !== '';
  const sinks = matters ? new Sinks(unit, requests, known, memory, trail) : alone;
  const own = labelsOf(unit);
  const labels = new Map([[unit, own]]);
  const read = new Map([[unit, markers]]);
  const marked = (of: Unit): Markers => {
    const found = read.get(of) ?? readMarkers(of);
    read.set(of, found);
    return found;
  };
  const called = detectCalls(unit, requests, memory, trail);
  const texts = new Texts(trail, memory);
  const wholes = [
    ...markers.sightings,
    ...called.flatMap(({ sightings }) => sightings),
    ...detectWrapped(unit, sinks, texts, trail),
    ...detectMessages(requests, memory, trail),
    ...detectJsonBodies(requests, trail),
    ...detectTools(unit, memory, trail),
    ...detectDocstrings(unit, memory, trail),
    ...detectDecorated(unit, memory, trail),
    ...detectNames(unit, own, memory, texts, trail),
  ];
  const parts = detectParts(wholes, memory, texts, trail);
  const drawn = new Set(called.flatMap(({ drawn }) => drawn ?? []));
  const all = [...wholes, ...parts, ...detectSiblings(unit, wholes, texts, trail)].filter(
    ({ place, found }) =>
      found === 'marker' || !(isForTests(place) || (byName.has(found) && drawn.has(place.node))),
  );
  const bySite = new Map<SiteKey, Sighting>();
  for (const sighting of all) {
    const key = siteKey(sighting.place);
    const known = bySite.get(key);
    bySite.set(key, known === undefined ? sighting : merge(known, sighting));
  }
  const fillings = fillingsIn(unit, trail);
  const candidates = [...bySite.values()].flatMap((sighting) => {
    const seen = withMarker(sighting, marked(sighting.place.unit));
    if (seen === null) return [];
    const call = fillings.get(seen.place.node);
    // what another statement fills is not told by its own
    if (call !== undefined)
      return candidateOf(seen, labels, texts, (...text) => filledBy(call, ...text, trail())) ?? [];
    return rememberedCandidate(seen, memory, () => candidateOf(seen, labels, texts)) ?? [];
  });
  const reading = {
    candidates: withoutFragments(candidates),
    calls: called.flatMap(({ call, place }) =>
      call === null || isForTests(place) ? [] : [{ ...call, volume: volumeAt(place, marked(place.unit)) }],
    ),
    suppressions: readSuppressions(unit),
  };
  return { reading, calls, own: alone.functions(), sinks: sinks.functions(), handed: sinks.handed };
}

/** What a text is called by is no evidence where it is seen to be for something else. */
const byName: ReadonlySet<Sighting['found']> = new Set(['constant', 'function']);

/** Whether a file's calls mean functions of other files that have sinks. */
export function isHanded(unit: Unit, workspace: Workspace, known: KnownSinks): boolean {
  const trail = (): Trail => new Trail(workspace);
  const requests = {
    called: namesCalled(unit),
    matches: [],
    messages: [],
    bodies: jsonBodiesIn(unit, trail),
  };
  return new Sinks(unit, requests, known, noMemory, trail).handed;
}

/** Nobody sends what the tests of a file hold, and no glob can leave it out. */
function isForTests({ unit, node }: Place): boolean {
  return unit.language.isForTests?.(node, unit.text) === true;
}

function candidateOf(
  { place, ...claim }: Sighting,
  labels: Map<Unit, ReadonlyMap<SyntaxNode, string>>,
  texts: Texts,
  filled = splitAt,
): Candidate | null {
  const { unit } = place;
  const segments = joinTexts(withPlaceholders(texts.segments(place), claim.placeholders, filled));
  if (!textsIn(segments).some(({ text }) => /[\p{L}\p{N}]{2}/u.test(text))) return null;
  // one word with a number in it: the model, where that comes before what it is told
  if (claim.role === 'system' && segments.length === 1 && isOneWordWithNumber(knownText(segments)))
    return null;
  if (claim.role === 'assistant' && tellsOfFailure(knownText(segments))) return null;
  const known = labels.get(unit) ?? labelsOf(unit);
  labels.set(unit, known);
  const role = claim.role === 'unknown' ? roleByText(segments) : claim.role;
  return {
    ...claim,
    site: siteKey(place),
    role,
    path: unit.path,
    range: hull(place, segments),
    language: unit.language.id,
    segments,
    names: namesOf(place, known, role),
  };
}

function isOneWordWithNumber(text: string): boolean {
  return text.length <= longestModel && /^[\w./:-]+$/.test(text) && /\d/.test(text);
}

const longestModel = 100;

/** Whose text it is where nothing else tells: with holes it is a template of whoever fills it. */
function roleByText(segments: readonly Segment[]): Role {
  if (segments.some(({ kind }) => kind === 'hole')) return 'template';
  return castsFirst(staticText(segments)) ? 'system' : 'unknown';
}

/** The text of a heredoc stands below the expression that it belongs to. */
function hull({ unit, node }: Place, segments: readonly Segment[]): Range {
  let { end } = node;
  for (const { kind, path, range } of segments)
    if (kind === 'text' && path === unit.path) end = Math.max(end, range.end);
  return { start: node.start, end };
}

/** @param filled what becomes of a text whose places are written in a style, or seem to be written in none. */
function withPlaceholders(
  segments: readonly Segment[],
  placeholders: Claim['placeholders'],
  filled: typeof splitAt,
): readonly Segment[] {
  if (placeholders === 'none') return filled(segments, null);
  const [only, another] = segments;
  if (only?.kind === 'hole' && another === undefined && isFile(only))
    return [resolvedHole(only, [withPlaceholders(only.arms?.[0] ?? [], placeholders, filled)], only)];
  // who fills holes with the language's own interpolation means braces in the text as braces, unless it is a template
  const hasHoles = segments.some((segment) => segment.kind === 'hole' && segment.varies !== 'never');
  return filled(segments, seemingStyle(staticText(segments), hasHoles && placeholders !== 'braces'));
}

/** A text at whose places nobody is seen to put something. */
function splitAt(segments: readonly Segment[], style: PlaceholderStyle | null): readonly Segment[] {
  return style === null ? segments : splitPlaceholders(segments, style);
}

/** Whether a hole is the text of a file that is no code. */
function isFile({ arms }: Hole): boolean {
  const [text, more] = arms?.length === 1 ? (arms[0] ?? []) : [];
  return text?.kind === 'text' && more === undefined && languageOf(text.path) === null;
}

/** Drops what only a name speaks for when it is part of a larger prompt. */
function withoutFragments(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const around = new Map<string, Candidate[]>();
  return sorted.filter((candidate) => {
    const open = (around.get(candidate.path) ?? []).filter(({ range }) => range.end >= candidate.range.end);
    const fragment = open.length > 0 && (candidate.found === 'constant' || candidate.found === 'function');
    if (!fragment) open.push(candidate);
    around.set(candidate.path, open);
    return !fragment;
  });
}
