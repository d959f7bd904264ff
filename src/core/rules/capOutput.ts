import { grouped } from '../grouped.ts';
import { entryOf, recordAt } from '../prompts/records.ts';
import type { MeteredCall } from '../report.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import type { Edit } from '../text.ts';
import { callNode } from './around.ts';
import { callAt } from './code.ts';
import { itemBehind } from './items.ts';
import { capOf } from './outputCap.ts';
import type { Fault, Sources } from './rule.ts';

/** Puts a cap into a call. @returns `null` where its arguments are not written in it, and in other languages. */
export function capOutput(call: MeteredCall, tokens: number, sources: Sources): Fault['fix'] {
  const place = callNode(sources, call);
  const cap = capOf(call, sources);
  if (place === null || cap === null) return null;
  const { language } = place.unit;
  const edit =
    language.id === 'python'
      ? keyword(place, cap.python, tokens)
      : property(place, languages.has(language.id) ? cap.javascript : null, tokens);
  if (edit === null) return null;
  return {
    title: `Limit the answer to ${grouped(tokens)} tokens`,
    disposition: 'review',
    edits: [{ path: call.path, ...edit }],
  };
}

const languages: ReadonlySet<string> = new Set(['typescript', 'javascript']);

/** `max_tokens=1024` behind the other arguments' first. */
function keyword(place: Place, name: string | null, tokens: number): Edit | null {
  const args = callAt(place)?.args ?? [];
  const [outer = '', inner] = name?.split('.') ?? [];
  const model = args.find((arg) => arg.name === 'model') ?? args.find((arg) => arg.name !== null);
  if (name === null || model === undefined) return null;
  if (inner === undefined) return behind(place.unit, model.value, `${name}=${tokens}`);
  const config = args.find((arg) => arg.name === outer);
  if (config === undefined) return behind(place.unit, model.value, `${outer}={"${inner}": ${tokens}}`);
  const at = { ...place, node: config.value };
  const setting = callAt(at)?.args.find((arg) => arg.name !== null);
  return setting === undefined
    ? entry(at, inner, tokens)
    : behind(place.unit, setting.value, `${inner}=${tokens}`);
}

/** `maxTokens: 1024` in the object that the call is given. */
function property(place: Place, name: string | null, tokens: number): Edit | null {
  const [first] = callAt(place)?.args ?? [];
  if (name === null || first === undefined) return null;
  const at = { ...place, node: first.value };
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) return entry(at, name, tokens);
  const record = recordAt(at);
  const config = record === null ? null : entryOf(record, outer);
  return config === null ? added(at, `${outer}: { ${inner}: ${tokens} }`) : entry(config, inner, tokens);
}

function entry(at: Place, name: string, tokens: number): Edit | null {
  const quote = at.unit.language.id === 'python' ? '"' : '';
  return added(at, `${quote}${name}${quote}: ${tokens}`);
}

/** Behind the model, or the first entry that is written out. */
function added(at: Place, text: string): Edit | null {
  const record = recordAt(at);
  if (record === null || record.type !== null || record.place.node !== at.node) return null;
  const model = entryOf(record, 'model')?.node ?? record.entries.find(({ key }) => key !== null)?.value;
  return model === undefined ? null : behind(at.unit, model, text);
}

/** A shorthand `model` is its own key. */
function behind({ text }: Unit, value: SyntaxNode, put: string): Edit {
  const key = /["']?[\w$]+["']?\s*[:=]\s*$/.exec(text.slice(Math.max(0, value.start - 200), value.start));
  return itemBehind(text, { start: value.start - (key?.[0].length ?? 0), end: value.end }, put);
}
