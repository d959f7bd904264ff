import type { Declaration } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { namedArguments } from '../arguments.ts';
import { expressionAt } from '../expressions.ts';
import type { Memory } from '../memory.ts';
import { modelAt, modelOfInstance } from '../model.ts';
import type { ModelUse, Role } from '../prompt.ts';
import { ownersOf } from '../owners.ts';
import type { Decorator, Sdk } from '../sdk.ts';
import { sdks } from '../sdks/index.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by decorators that make a function a part of requests, such as `@agent.system_prompt`. */
export function detectDecorated(unit: Unit, memory: Memory, trail: () => Trail): readonly Sighting[] {
  const { language, outline, text } = unit;
  const at = ({ node }: Declaration) => node;
  return memory.flatMap('decorated', outline.declarations, at, ({ kind, node }) => {
    if (kind !== 'function') return [];
    return language.decorators(node, text).flatMap((written) => {
      const known = decoratorNamed(written, { unit, node }, trail);
      return known === null ? [] : sightingsOf({ unit, node }, written, known, trail);
    });
  });
}

interface Known {
  readonly sdk: Sdk;
  readonly decorator: Decorator;
  /** What stands before the last part of its name: `agent` of `agent.tool`. */
  readonly owners: readonly Place[];
}

function decoratorNamed(written: string, fn: Place, trail: () => Trail): Known | null {
  const parts = written.split('.');
  const candidates = sdks.flatMap((sdk) =>
    (sdk.decorators ?? [])
      .filter(({ name }) => name.some((pattern) => fits(parts, pattern.split('.'))))
      .map((decorator) => ({ sdk, decorator })),
  );
  if (candidates.length === 0) return null;
  const { values, modules } = ownersOf(written, fn, trail());
  const known = candidates.find(({ sdk }) => modules.some((module) => sdk.modules.test(module)));
  return known === undefined ? null : { ...known, owners: values };
}

function fits(parts: readonly string[], pattern: readonly string[]): boolean {
  return parts.length === pattern.length && pattern.every((part, i) => part === '*' || part === parts[i]);
}

function sightingsOf(
  fn: Place,
  written: string,
  { sdk, decorator, owners }: Known,
  trail: () => Trail,
): Sighting[] {
  const [owner] = owners;
  const model =
    modelGivenTo(written, fn, sdk, trail) ?? (owner === undefined ? null : modelOfInstance(owner, trail()));
  const { language, outline } = fn.unit;
  const sighting = (place: Place, role: Role): Sighting => ({
    place,
    role,
    found: 'function',
    confidence: 'high',
    sdk: sdk.id,
    model,
    placeholders: role === 'template' ? 'braces' : 'none',
  });
  const doc = decorator.docstring === undefined ? null : language.docstring(fn.node);
  const { docstring, returns } = decorator;
  const returned: readonly SyntaxNode[] = returns === undefined ? [] : (outline.returns.get(fn.node) ?? []);
  return [
    ...(doc === null || docstring === undefined ? [] : [sighting({ ...fn, node: doc }, docstring)]),
    ...returned.flatMap((node) =>
      sitesOf({ ...fn, node }, trail()).map((place) => sighting(place, returns ?? 'unknown')),
    ),
  ];
}

/** `@llm.call(model="gpt-4o")`, `@openai.call("gpt-4o")`: the model that a decorator is told. */
function modelGivenTo(
  written: string,
  { unit, node: fn }: Place,
  { modelArguments }: Sdk,
  trail: () => Trail,
): ModelUse | null {
  const above = fn.parent?.start ?? fn.start;
  for (const node of unit.outline.calls) {
    if (node.start < above || node.end > fn.start) continue;
    const expression = expressionAt({ unit, node });
    if (expression.kind !== 'call' || !isWrittenAs(written, { unit, node: expression.callee })) continue;
    const { args } = namedArguments({ unit, node }, expression.args, ['model'], trail());
    const given = modelArguments.map((name) => args.get(name)).find((place) => place !== undefined);
    return given === undefined ? null : modelAt(given, trail());
  }
  return null;
}

function isWrittenAs(written: string, { unit, node }: Place): boolean {
  return node.end - node.start === written.length && unit.text.startsWith(written, node.start);
}
