import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { itself, type Memory } from './memory.ts';
import { modelOfInstance } from './model.ts';
import type { ModelUse } from './prompt.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** The model that each stage of a chain is followed by: `prompt | model`, `prompt.pipe(model)`. */
export function pipedModels(
  unit: Unit,
  memory: Memory,
  trail: () => Trail,
): ReadonlyMap<SyntaxNode, ModelUse> {
  const models = new Map<SyntaxNode, ModelUse>();
  if (!anyPipe.test(unit.text)) return models;
  for (const stages of chainsOf(unit, memory)) {
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

function chainsOf(unit: Unit, memory: Memory): Place[][] {
  const { calls, declarations, returns } = unit.outline;
  const chainsIn = (nodes: readonly (SyntaxNode | null)[]): Place[][] =>
    nodes.flatMap((node) => {
      const stages = node === null ? [] : stagesAt(unwrap({ unit, node }));
      return stages.length > 1 ? [stages] : [];
    });
  return [
    ...memory.flatMap('chains called', calls, itself, (node) => chainsIn([node, receiverOf(unit, node)])),
    ...memory.flatMap(
      'chains declared',
      declarations,
      ({ node }) => node,
      ({ value }) => chainsIn([value]),
    ),
    ...memory.flatMap(
      'chains returned',
      [...returns],
      ([fn]) => fn,
      ([, returned]) => chainsIn(returned),
    ),
  ];
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
