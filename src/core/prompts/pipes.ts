import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { modelOfInstance } from './model.ts';
import type { ModelUse } from './prompt.ts';
import { definitionOf, expressionAt, unwrap } from './resolve.ts';
import type { Trail } from './trail.ts';

/** The model that each stage of a chain is followed by: `prompt | model`, `prompt.pipe(model)`. */
export function pipedModels(unit: Unit, trail: () => Trail): ReadonlyMap<SyntaxNode, ModelUse> {
  const models = new Map<SyntaxNode, ModelUse>();
  if (!anyPipe.test(unit.text)) return models;
  for (const stages of chainsOf(unit)) {
    let model: ModelUse | null = null;
    for (const stage of [...stages].reverse()) {
      model = modelOfInstance(stage, trail()) ?? model;
      const origin = definitionOf(stage, trail());
      if (model === null || origin.kind !== 'values') continue;
      for (const { node } of origin.values) models.set(node, model);
    }
  }
  return models;
}

/** Most files have no chain: one look at the text tells. */
const anyPipe = /(?<!\|)\|(?!\|)|pipe/;

function chainsOf(unit: Unit): Place[][] {
  const { calls, declarations, returns } = unit.outline;
  const places = [
    ...calls.flatMap((node) => [node, receiverOf(unit, node)]),
    ...declarations.map(({ value }) => value),
    ...[...returns.values()].flat(),
  ];
  return places.flatMap((node) => {
    const stages = node === null ? [] : stagesAt(unwrap({ unit, node }));
    return stages.length > 1 ? [stages] : [];
  });
}

function receiverOf(unit: Unit, call: SyntaxNode): SyntaxNode | null {
  const expression = expressionAt({ unit, node: call });
  const callee = expression.kind === 'call' ? expressionAt({ unit, node: expression.callee }) : null;
  return callee?.kind === 'member' ? callee.object : null;
}

function stagesAt(place: Place): Place[] {
  const stages: Place[] = [];
  let at = place;
  for (;;) {
    const expression = expressionAt(at);
    if (expression.kind === 'pipe')
      return [...expression.operands.map((node) => ({ ...at, node })), ...stages];
    const callee = expression.kind === 'call' ? expressionAt({ ...at, node: expression.callee }) : null;
    if (expression.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'pipe')
      return [at, ...stages];
    stages.unshift(...expression.args.map(({ value }) => ({ ...at, node: value })));
    at = unwrap({ ...at, node: callee.object });
  }
}
