import type { Place } from '../../source/workspace.ts';
import type { JsonValue } from '../request.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import type { Trail } from '../trail.ts';
import { isZod, zodSchema } from './zod.ts';

/** Reads a value; handed in, because values and schemas are made of each other. */
export type ReadJson = (place: Place, trail: Trail) => { value: JsonValue; complete: boolean } | null;

/** Functions whose result is the schema that their first argument stands for, or says outright. */
const wrappers =
  /^(?:zodToJsonSchema|toJSONSchema|zodSchema|jsonSchema|valibotSchema|betaZodOutputFormat|toJsonSchema)$/;

/** The JSON schema that a call makes: of a validator, or written out in a function that only passes it on. */
export function schemaAt(place: Place, trail: Trail, read: ReadJson): ReturnType<ReadJson> {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const callee = expressionAt(unwrap({ ...place, node: expression.callee }));
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  const [first] = expression.args;
  if (first !== undefined && wrappers.test(name)) return read({ ...place, node: first.value }, trail);
  return isZod(place, trail) ? zodSchema(place, trail, read) : null;
}
