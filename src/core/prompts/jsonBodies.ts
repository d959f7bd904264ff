import type { Place, Unit } from '../source/workspace.ts';
import { evaluate, isWritten } from './evaluate.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { namesIn } from './parts.ts';
import type { Role, Segment } from './prompt.ts';
import { roleNamed } from './roleNames.ts';
import type { Trail } from './trail.ts';

/** The body of a request that is written as a text. */
export interface JsonBody {
  readonly place: Place;
  /** The id of the model, where the text has it. */
  readonly model: string | null;
  /** What is put into the text as the whole content of a message. */
  readonly contents: readonly { readonly place: Place; readonly role: Role }[];
}

/** `'{"model": "…", "messages": [{"role": "user", "content": "' . $question . '"}]}'`: bodies in JSON that a file writes as texts. */
export function jsonBodiesIn(unit: Unit, trail: () => Trail): readonly JsonBody[] {
  if (!inSource.test(unit.text)) return [];
  const found = new Map<Place['node'], JsonBody>();
  for (const node of textsGiven(unit)) {
    const at = unwrap({ unit, node });
    if (found.has(at.node) || !isWritten(at)) continue;
    const body = bodyAt(at, trail());
    if (body !== null) found.set(at.node, body);
  }
  return [...found.values()];
}

/** A look at the source, where quotes may be escaped. */
const inSource = /"messages\\?"\s*:\s*\[/;

/** What names and arguments are given, of those that hold the sign of a body. */
function textsGiven(unit: Unit): readonly Place['node'][] {
  const { outline, text } = unit;
  const given = outline.declarations.flatMap(({ value }) => value ?? []);
  const passed = outline.calls.flatMap((node) => {
    const expression = expressionAt({ unit, node });
    return expression.kind === 'call' ? expression.args.map(({ value }) => value) : [];
  });
  return [...given, ...passed].filter(
    ({ start, end }) => end - start <= longest && inSource.test(text.slice(start, end)),
  );
}

/** Characters; more are data. */
const longest = 20_000;

function bodyAt(at: Place, trail: Trail): JsonBody | null {
  const segments = evaluate(at, trail);
  const written = segments.map((segment) => (segment.kind === 'text' ? segment.text : '⟨⟩')).join('');
  if (!isRequest(written) || !segments.some(({ kind }) => kind === 'hole')) return null;
  return {
    place: at,
    model: /"model"\s*:\s*"([\w./:@-]{2,100})"/.exec(written)?.[1] ?? null,
    contents: contentsOf(at, segments),
  };
}

/** A request has messages that ask something; an answer has its message in a list of choices. One look for each: they may come in any order. */
function isRequest(text: string): boolean {
  return /^\s*\{/.test(text) && signs.every((sign) => sign.test(text)) && !/"choices"\s*:/.test(text);
}

const signs = [/"messages"\s*:\s*\[\s*\{/, /"role"\s*:\s*"(?:system|user|developer)"/, /"content"\s*:/];

function contentsOf(at: Place, segments: readonly Segment[]): JsonBody['contents'] {
  const names = namesIn(at);
  let before = '';
  return segments.flatMap((segment) => {
    if (segment.kind === 'text') {
      before += segment.text;
      return [];
    }
    const isContent = /"content"\s*:\s*"?$/.test(before);
    const role = roleNamed([...before.matchAll(/"role"\s*:\s*"(\w+)"/g)].at(-1)?.[1] ?? '');
    before += '⟨⟩';
    const { start, end } = segment.range;
    const place = names.find(({ node }) => start <= node.start && node.end <= end);
    return isContent && role !== null && place !== undefined ? [{ place, role }] : [];
  });
}
