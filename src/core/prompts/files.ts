import { sourceOffset } from '../source/decoded.ts';
import type { Format, Part } from '../source/formats/format.ts';
import { formatOf } from '../source/formats/index.ts';
import type { Range } from '../text.ts';
import { siteAt, type Candidate, type FileReading } from './candidate.ts';
import { isAside, isKeptForPrompts, judge, mayBePrompt } from './files/judge.ts';
import { requestOf } from './files/request.ts';
import { roleOfPart } from './files/roles.ts';
import { segmentsOfPart } from './files/segments.ts';
import type { ModelUse } from './prompt.ts';
import { knownText } from './segments.ts';
import { ignoresFile, suppressionsInText } from './suppressions.ts';
import { volumeIn, type MarkedVolume } from './volume.ts';

/** What a file that is a prompt, or holds some, tells; and why it could not be read whole. */
export interface PromptFileReading extends FileReading {
  readonly problem: string | null;
}

/** The kind of prompt file that a name stands for; null for any other file. Told without reading it. */
export function promptFormat(path: string): Format | null {
  const format = formatOf(path);
  if (format === null || isAside(format, path)) return null;
  return format.onlyAmongPrompts === true && !isKeptForPrompts(path) ? null : format;
}

/** @param beside the text of a file in the same folder, for formats that keep their settings there. */
export function readPromptFile(
  format: Format,
  path: string,
  text: string,
  beside: (name: string) => string | null,
): PromptFileReading {
  if (ignoresFile(text)) return { candidates: [], calls: [], suppressions: [], problem: null };
  const { parts, model, provider, problem } = format.read({ path, text, beside });
  const marked = markedModel(text);
  const volume = markedVolume(path, text) ?? undefined;
  const candidates = parts.flatMap((part) => {
    const candidate = candidateOf(part, format, path);
    if (candidate === null) return [];
    const seen = marked ?? modelUse(part.model ?? model, 'constant');
    return [{ ...candidate, volume, model: seen, sdk: part.model === undefined ? provider : null }];
  });
  // a file that only might have held prompts is nobody's loss
  return {
    candidates,
    calls: requestOf(format, path, text, candidates, marked ?? modelUse(model, 'constant')),
    suppressions: suppressionsInText(path, text),
    problem: format.known || candidates.length > 0 ? problem : null,
  };
}

function candidateOf(part: Part, format: Format, path: string): Candidate | null {
  if (!part.certain && !mayBePrompt(part, format, path)) return null;
  const segments = segmentsOfPart(part, path);
  const known = knownText(segments);
  if (!/[\p{L}\p{N}]{2}/u.test(known)) return null;
  const confidence = part.certain ? 'high' : judge(known, part, format, path);
  if (confidence === null) return null;
  const range = withoutSpace(part);
  return {
    path,
    site: siteAt(path, range),
    range,
    language: format.language(path),
    role: roleOfPart(part, path, segments),
    found: 'file',
    confidence,
    sdk: null,
    model: null,
    placeholders: 'none',
    segments,
    names: part.names.length === 0 ? 'prompt' : part.names.join('.'),
  };
}

/** Where a part's text stands, from its first character to its last that is no white space. */
function withoutSpace({ text }: Part): Range {
  const from = text.text.length - text.text.trimStart().length;
  const to = text.text.trimEnd().length;
  return { start: sourceOffset(text, from), end: sourceOffset(text, to - 1) + 1 };
}

/** `promptmeter: model=…` in a comment of whatever kind the file has. It speaks of the whole file. */
function markedModel(text: string): ModelUse | null {
  const said = /(?:<!--|#|\/\/|;|\{\{!)[-\s]*promptmeter:[^\n]*?\bmodel=([^\s,;]+)/.exec(text)?.[1];
  return modelUse(said ?? null, 'marker');
}

/** The same of `volume=…`. */
function markedVolume(path: string, text: string): MarkedVolume | null {
  const marker = /(?:<!--|#|\/\/|;|\{\{!)[-\s]*promptmeter:([^\n]*?\bvolume[^\n]*)/d.exec(text);
  const [start] = marker?.indices?.[1] ?? [];
  return start === undefined ? null : volumeIn(marker?.[1] ?? '', path, start);
}

/** A model's id as it stands in the file; null for a reference to a value that stands elsewhere. */
function modelUse(id: string | null, via: ModelUse['via']): ModelUse | null {
  return id === null || !/^[\w./:@+-]{2,200}$/.test(id) ? null : { id, via };
}
