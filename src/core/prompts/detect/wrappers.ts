import type { Expression } from '../../source/language.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { isSaid } from '../answers.ts';
import { isWritten } from '../evaluate.ts';
import { messagesAt } from '../messages.ts';
import { modelAt } from '../model.ts';
import { contentsAt } from '../request/contents.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import type { Sighting } from '../sighting.ts';
import type { Sinks } from '../sinks.ts';
import { sitesOf } from '../sites.ts';
import { isTextOfItsOwn, type Texts } from '../texts.ts';
import type { Trail } from '../trail.ts';

/** Evidence by calls of the workspace's own functions that put what they are given into a request. */
export function detectWrapped(unit: Unit, sinks: Sinks, texts: Texts, trail: () => Trail): Sighting[] {
  return unit.outline.calls.flatMap((node) => {
    const place = { unit, node };
    if (!sinks.mayPass(node) || !passesText(place)) return [];
    return sinks.passed(place).flatMap(({ sink, place: passed, model }) => {
      const messages =
        sink.as === 'messages'
          ? messagesAt(passed, trail()).messages
          : [{ role: sink.as, contents: contentsAt(passed, trail()) }];
      const used = model === null ? sink.model : modelAt(model, trail());
      return messages.flatMap(({ role, contents }) =>
        contents
          .filter((content) => role !== 'assistant' || isSaid(content, trail()))
          .flatMap((content) => sitesOf(content, trail()))
          .filter((site) => sink.part !== true || isTextOfItsOwn(site, texts))
          .map((site): Sighting => ({
            place: site,
            role,
            found: sink.part === true ? 'constant' : 'call',
            confidence: sink.sdk === null || sink.part === true ? 'medium' : 'high',
            sdk: sink.sdk,
            model: used,
            placeholders: 'guess',
          })),
      );
    });
  });
}

/** Whether an argument can be text at all, so that only such calls are followed to their function. */
function passesText(place: Place): boolean {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return false;
  return expression.args.some(({ value }) => {
    const at: Place = unwrap({ ...place, node: value });
    const { kind } = expressionAt(at);
    return mayBeText.has(kind) || isWritten(at);
  });
}

/** What may turn out to be text, or to hold some, once it is followed. */
const mayBeText: ReadonlySet<Expression['kind']> = new Set([
  'name',
  'member',
  'entry',
  'list',
  'record',
  'call',
  'choice',
]);
