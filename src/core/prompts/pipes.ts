import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { calledName } from './calls.ts';
import { itself, type Memory } from './memory.ts';
import { instanceOfModel, modelOfInstance } from './model.ts';
import type { ModelUse } from './prompt.ts';
import { recordAt } from './records.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** The model that each stage of a chain is followed by: `prompt | model`, `prompt.pipe(model)`, `new LLMChain({ llm, prompt })`. */
export function pipedModels(
  unit: Unit,
  memory: Memory,
  trail: () => Trail,
): ReadonlyMap<SyntaxNode, ModelUse> {
  const models = new Map<SyntaxNode, ModelUse>();
  const made = chainsMade(unit, memory, trail);
  if (made.length === 0 && !anyPipe.test(unit.text)) return models;
  for (const stages of [...made, ...chainsOf(unit, memory)]) {
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

/** Functions and classes that make a chain or an agent of what they are given, the model among it. */
const maker = /(?:[Cc]hain|[Aa]gent|from_chain_type|from_llm|fromLLM|fromChainType)$/;

/** Most files have none of them. */
const anyMaker = /[Cc]hain|[Aa]gent|from_llm|fromLLM/;

/** What is given to those that make a chain, the model behind all else: it answers for each of them. */
function chainsMade(unit: Unit, memory: Memory, trail: () => Trail): readonly Place[][] {
  if (!anyMaker.test(unit.text)) return [];
  return memory.flatMap('chains made', unit.outline.calls, itself, (node) => {
    const call = { unit, node };
    const expression = expressionAt(call);
    if (expression.kind !== 'call' || !maker.test(calledName(unit, expression.callee))) return [];
    const given = expression.args.flatMap(({ value }) => {
      const at = { unit, node: value };
      return recordAt(at)?.entries.map((entry) => ({ unit, node: entry.value })) ?? [at];
    });
    const model = given.find((place) => instanceOfModel(place, trail()) !== null);
    return model === undefined ? [] : [[...given.filter((place) => place !== model), model]];
  });
}

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
