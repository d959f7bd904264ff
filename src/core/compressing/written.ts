import type { Analyzer } from '../analyze.ts';
import { draftOf, type Draft } from '../compress/draft.ts';
import type { Compression } from '../compress/engine.ts';
import { held } from '../compress/held.ts';
import { sourceEdits } from '../compress/source.ts';
import type { CompressedFile, CompressedPrompt } from '../compressing.ts';
import type { Host } from '../host.ts';
import type { MeteredPrompt } from '../report.ts';
import { applyEdits, contains } from '../text.ts';

/** A file as it stands, and how it is read. */
interface Source {
  readonly host: Host;
  /** Reads prompts through another host. */
  readonly analyzer: (host: Host) => Analyzer;
  readonly path: string;
  readonly before: string;
  readonly all: readonly MeteredPrompt[];
}

/** How often a file is read again to find which of a prompt's edits cannot be written. */
const mostReadings = 24;

/** The edits of the source that make a compression, or why there are none. */
export function editsOf(
  path: string,
  source: string,
  draft: Draft,
  { edits }: Compression,
): Pick<CompressedPrompt, 'edits' | 'refused'> {
  const made = sourceEdits({ path, text: source }, draft, edits);
  return made.kind === 'edits' ? { edits: made.edits, refused: null } : { edits: [], refused: made.why };
}

/**
 * Takes over the edits that read as they should once they are made: of all prompts at once, else prompt by prompt, and
 * of a prompt that does not read as it should those of its edits that do.
 */
export async function written(
  source: Source,
  drafted: readonly CompressedPrompt[],
): Promise<Pick<CompressedFile, 'prompts' | 'after'>> {
  const changed = drafted.filter(({ edits }) => edits.length > 0);
  const isFine = drafted.every(({ refused }) => refused === null) && (await reads(source, changed));
  if (isFine) return { prompts: drafted, after: apply(source.before, changed) };
  const fine: CompressedPrompt[] = [];
  for (const one of drafted) {
    if (one.edits.length === 0 && one.refused === null) continue;
    const fitting = await fittingOf(source, one, fine);
    if (fitting !== null) fine.push(fitting);
  }
  const prompts = drafted.map((one) => {
    const taken = fine.find(({ prompt }) => prompt === one.prompt);
    if (taken !== undefined || (one.edits.length === 0 && one.refused === null)) return taken ?? one;
    const why = one.refused ?? 'written back, the file would not say what it should';
    return { ...one, edits: [], refused: why };
  });
  return { prompts, after: apply(source.before, fine) };
}

/** A prompt with as many of its edits as can be written; `null` where none can. @param others whose edits are made as well. */
async function fittingOf(
  source: Source,
  one: CompressedPrompt,
  others: readonly CompressedPrompt[],
): Promise<CompressedPrompt | null> {
  const fits = async (candidate: CompressedPrompt): Promise<boolean> =>
    candidate.edits.length > 0 && (await reads(source, [...others, candidate]));
  if (await fits(one)) return one;
  // line ends at the edges often belong to the way in which the source writes a text
  const inside = withEdits(source, one, ({ start, end }) => start > 0 && end < one.draft.text.length);
  if (await fits(inside)) return inside;
  const taken = await fittingGroups(byKind(one.compression.edits), (groups) =>
    fits(withEdits(source, one, ({ group }) => groups.has(group))),
  );
  return taken.size === 0 ? null : withEdits(source, one, (edit) => taken.has(edit.group));
}

/** Groups of edits of one kind: where some cannot be written, it is mostly one kind that cannot. */
function byKind(edits: Compression['edits']): (readonly number[])[] {
  const kinds = new Map<string, Set<number>>();
  for (const { passes, group } of edits) {
    const kind = passes.join(' ');
    const known = kinds.get(kind) ?? new Set();
    kinds.set(kind, known.add(group));
  }
  return [...kinds.values()].map((groups) => [...groups]);
}

/**
 * Of groups that do not fit together as many as do: those that do not are looked for by halves, in the largest part first.
 * @param parts of the groups, none empty.
 */
async function fittingGroups(
  parts: readonly (readonly number[])[],
  fits: (groups: ReadonlySet<number>) => Promise<boolean>,
): Promise<ReadonlySet<number>> {
  let taken: ReadonlySet<number> = new Set<number>();
  const untried = [...parts];
  for (let readings = 0; readings < mostReadings && untried.length > 0; readings++) {
    untried.sort((a, b) => a.length - b.length);
    const next = untried.pop() ?? [];
    const more = new Set([...taken, ...next]);
    const middle = Math.ceil(next.length / 2);
    if (await fits(more)) taken = more;
    else if (next.length > 1) untried.push(next.slice(middle), next.slice(0, middle));
  }
  return taken;
}

function withEdits(
  { path, before }: Source,
  one: CompressedPrompt,
  takes: (edit: Compression['edits'][number]) => boolean,
): CompressedPrompt {
  const left = new Set(one.compression.edits.filter((edit) => !takes(edit)).map(({ group }) => group));
  const kept = one.compression.edits.filter(({ group }) => !left.has(group));
  const compression = held(one.task, kept, one.compression.rules);
  return { ...one, compression, ...editsOf(path, before, one.draft, compression) };
}

/** Whether an edited file has the same prompts, the edited ones with their new text and the others with their old. */
async function reads(
  { host, analyzer, path, before, all }: Source,
  changed: readonly CompressedPrompt[],
): Promise<boolean> {
  if (changed.length === 0) return true;
  const text = apply(before, changed);
  const edited: Host = {
    ...bound(host),
    readFile: (other) => (other === path ? { kind: 'text', text } : host.readFile(other)),
  };
  const again = await analyzer(edited).analyze([path]);
  const wanted = new Map(changed.map(({ prompt, compression }) => [prompt.id, compression.text]));
  const places = changed.map(({ prompt }) => prompt.range);
  if (again.prompts.length !== all.length) return false;
  const now = new Map(again.prompts.map((prompt) => [prompt.id, draftOf(prompt.segments).text]));
  return all.every(({ id, segments, range }) => {
    const found = now.get(id);
    if (found === undefined) return false;
    const expected = wanted.get(id);
    // what stands inside an edited prompt, or is made of it, changes with it
    const within = places.some((outer) => contains(outer, range) || contains(range, outer));
    return expected === undefined ? within || found === draftOf(segments).text : found === expected;
  });
}

function apply(text: string, prompts: readonly CompressedPrompt[]): string {
  return applyEdits(
    text,
    prompts.flatMap(({ edits }) => edits),
  );
}

function bound(host: Host): Host {
  return {
    readFile: (path) => host.readFile(path),
    listFolder: (path) => host.listFolder(path),
    loadGrammar: (name) => host.loadGrammar(name),
    loadEncoding: (name) => host.loadEncoding(name),
    loadTokenizer: (path) => host.loadTokenizer(path),
    loadPrices: () => host.loadPrices(),
    readUpdatedPrices: () => host.readUpdatedPrices(),
  };
}
