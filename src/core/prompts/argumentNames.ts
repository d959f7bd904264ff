import type { Expression } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { functionBehind, parametersFor } from './called.ts';
import { isWritten } from './evaluate.ts';
import { literalText } from './literals.ts';
import { settersIn } from './records.ts';
import { roleNamed } from './roleNames.ts';
import { isAbout, isQuestioner, isSetterOfInstruction, roleOfName, strengthOfName } from './names.ts';
import { expressionAt, unwrap } from './expressions.ts';
import type { Trail } from './trail.ts';

/** What an argument of a call goes by. */
export interface ArgumentName {
  readonly name: string;
  readonly value: SyntaxNode;
  /** The call makes a prompt, and this is a text of it. */
  readonly amongPrompts: boolean;
}

type Call = Extract<Expression, { kind: 'call' }>;

/**
 * The names of a call's arguments: those written, those of the parameters that take them, the class of prompts that is
 * made of them, the method that sets them. What has none is called nothing, and is left out unless it is long.
 */
export function argumentNames(call: Place, trail: () => Trail): readonly ArgumentName[] {
  const expression = expressionAt(call);
  if (expression.kind !== 'call') return [];
  const { args } = expression;
  const made = promptMade(call, expression);
  const called = calledFor(call, expression, trail);
  const setter = args.length === 1 ? setterAt(call, expression) : null;
  const said = saidAt(call, expression, trail);
  return args.flatMap(({ name, value }, i): ArgumentName[] => {
    const second = i === 1 ? (said ?? keyAt(call, expression)) : null;
    const own = name ?? called[i] ?? made ?? setter ?? second ?? '';
    if (own === '' && value.end - value.start < speaking) return [];
    const amongPrompts = made !== null && (name === null || !isAbout(name));
    return [{ name: amongPrompts && roleOfName(own) === 'unknown' ? made : own, value, amongPrompts }];
  });
}

/** `new SystemPrompt(…)`, `Prompt.new(…)`, `Prompt::make(…)`: the class of prompts that a call makes one of. */
function promptMade(call: Place, expression: Call): string | null {
  const callee = unwrap({ ...call, node: expression.callee });
  const called = expressionAt(callee);
  const maker = called.kind === 'member' && /^(?:new|make)$/.test(called.name);
  const cls = maker ? expressionAt(unwrap({ ...callee, node: called.object })) : called;
  if (!maker && !expression.constructs && call.unit.language.id !== 'python') return null;
  const name = cls.kind === 'name' || cls.kind === 'member' ? cls.name : '';
  const last = name.split(/[\\:.]/).at(-1) ?? '';
  const isPrompt = /^[A-Z]/.test(last) && strengthOfName(last) === 'strong' && !asksAPerson.test(last);
  return isPrompt ? last : null;
}

/** What asks somebody at a terminal, and what of them: https://spectreconsole.net/prompts, read 2026-11. */
const asksAPerson =
  /^(?:Text|(?:Multi)?Select(?:ion)?|Confirm(?:ation)?|Input|Password|Secret|Choice)Prompt(?:<|$)/;

/** `.system_prompt("…")`: the name of a method that sets an instruction. */
function setterAt(call: Place, { callee }: Call): string | null {
  const method = expressionAt({ ...call, node: callee });
  if (method.kind !== 'member') return null;
  const isInstruction =
    isSetterOfInstruction(method.name) ||
    (method.name === 'prompt' && isDescribed({ ...call, node: method.object }));
  return isInstruction ? method.name : null;
}

/** Whether a chain of setters says what the thing is called, or what it is for: an agent, and no box that asks a person. */
function isDescribed(chain: Place): boolean {
  return settersIn(chain).entries.some(
    ({ key }) => key !== null && /^(?:with_?)?(?:name|description)$/i.test(key),
  );
}

/** `thread.add_message("system", "…")`: whose text the second argument is, where the first says so and the method adds a message. */
function saidAt(call: Place, { args, callee }: Call, trail: () => Trail): string | null {
  const [first, second] = args;
  if (first === undefined || second === undefined || first.name !== null || second.name !== null) return null;
  const method = expressionAt(unwrap({ ...call, node: callee }));
  if (method.kind !== 'member' || !/(?:message|msg|prompt|turn)s?$/i.test(method.name)) return null;
  const role = roleNamed(literalText({ ...call, node: first.value }) ?? '');
  if (role !== 'system' && role !== 'user') return null;
  // what a method of the workspace does with it is seen there
  return functionBehind({ ...call, node: callee }, trail()) === null ? `${role}_prompt` : null;
}

/** `context.SetArg("system_prompt", "…")`: the key that a method keeps or looks up its second argument under. */
function keyAt(call: Place, { args, callee }: Call): string | null {
  const [first, second] = args;
  if (first === undefined || second === undefined || first.name !== null) return null;
  const method = expressionAt(unwrap({ ...call, node: callee }));
  if (method.kind !== 'member' || !keeper.test(method.name)) return null;
  const key = literalText({ ...call, node: first.value }) ?? '';
  return /^[\w.-]{3,60}$/.test(key) && strengthOfName(key) === 'strong' ? key : null;
}

/** Methods that keep something under a key; not those that tell a person about an option of that name. */
const keeper =
  /^(?:set|put|get|with|insert|bind|store|save|assign)(?!.*(?:option|argument|flag|field|label|description|help|error)s?$)/i;

/** Names of the parameters of one of the workspace's own functions, where one of its arguments can be a prompt and has no name. */
function calledFor(call: Place, { args, callee }: Call, trail: () => Trail): readonly string[] {
  const unnamed = args.some(
    ({ name, value, spread }) =>
      name === null && !spread && value.end - value.start >= shortest && isWritten({ ...call, node: value }),
  );
  const fn = unnamed && !asksPeople(call, callee) ? functionBehind({ ...call, node: callee }, trail()) : null;
  return fn === null ? [] : parametersFor(call, fn);
}

/** `promptForKey("…")`, `select_ship("…")`: its parameter `prompt` is a question to whoever sits at the terminal. */
function asksPeople(call: Place, callee: Call['callee']): boolean {
  const called = expressionAt(unwrap({ ...call, node: callee }));
  return (called.kind === 'name' || called.kind === 'member') && isQuestioner(called.name);
}

/** Characters of source from which on a text may speak for itself. */
const speaking = 160;

/** Characters of source below which the text of an argument is no prompt by the name of its parameter alone. */
const shortest = 24;
