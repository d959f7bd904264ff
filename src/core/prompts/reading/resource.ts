import type { Expression } from '../../source/language.ts';
import { directoryOf } from '../../source/paths.ts';
import type { Place } from '../../source/workspace.ts';
import { literalText, onlyValue } from '../literals.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import type { Trail } from '../trail.ts';
import { onClassPath, type Location } from './location.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** What opens a resource of a class path by its name. */
const opens = /^(?:getResourceAsStream|getResource|getSystemResourceAsStream|getSystemResource)$/;
/** Methods that say the same of a resource in another way: its stream, its bytes, its text. */
const sameOf = /^(?:getInputStream|openStream|readAllBytes|getContentAsByteArray|getContentAsString)$/;
/** Functions that read what they are given as text. */
const reads = /(?:^|\.)(?:StreamUtils\.copyToString|IOUtils\.toString|Resources\.toString|String)$/;

/** Where the resource of a class path is that an expression of Java stands for, or is the text of; null where it is none. */
export function resourceAt(place: Place, trail: Trail): Location | null {
  if (place.unit.language.id !== 'java') return null;
  const at = onlyValue(place, trail);
  const expression = at === null ? null : expressionAt(unwrap(at));
  if (at === null || expression?.kind !== 'call') return null;
  return trail.within('path', unwrap(at).node, null, () => ofCall(unwrap(at), expression, trail));
}

function ofCall(at: Place, { callee, args, constructs }: Call, trail: Trail): Location | null {
  const called = expressionAt(unwrap({ ...at, node: callee }));
  const first = args[0] === undefined ? null : { ...at, node: args[0].value };
  const name = called.kind === 'name' || called.kind === 'member' ? called.name : '';
  // `@SystemMessage(fromResource = "prompts/bread.txt")`
  const annotated = args.find((arg) => arg.name === 'fromResource');
  if (annotated !== undefined) return named({ ...at, node: annotated.value }, '', trail);
  if (name === 'ClassPathResource') return args.length === 1 ? named(first, '', trail) : null;
  if (called.kind === 'member' && opens.test(name))
    return named(first, packageOf(at, { ...at, node: called.object }), trail);
  if (called.kind === 'member' && sameOf.test(name)) return resourceAt({ ...at, node: called.object }, trail);
  const written = at.unit.text.slice(callee.start, Math.min(callee.end, callee.start + 80));
  if (first === null || !reads.test(written) || (name === 'String' && !constructs)) return null;
  return resourceAt(first, trail);
}

function named(name: Place | null, folder: string, trail: Trail): Location | null {
  const only = name === null ? null : onlyValue(name, trail);
  const path = only === null ? null : literalText(only);
  if (path === null) return null;
  return onClassPath(path.startsWith('/') || folder === '' ? path : `${folder}/${path}`);
}

/** A class looks for a name without `/` in its own package, a class loader at the root. */
function packageOf({ unit }: Place, { node }: Place): string {
  const object = unit.text.slice(node.start, Math.min(node.end, node.start + 200));
  if (/ClassLoader(?:\(\))?$/.test(object)) return '';
  return /(?:^|\/)src\/\w+\/java\/(.+)$/.exec(directoryOf(unit.path))?.[1] ?? '';
}
