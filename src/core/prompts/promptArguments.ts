import type { PromptArgument } from './sdk.ts';

type As = (...paths: readonly string[]) => readonly PromptArgument[];

const all =
  (as: PromptArgument['as']): As =>
  (...paths) =>
    paths.map((path) => ({ path, as }));

/** Arguments that hold instructions. */
export const system = all('system');
/** Arguments that hold a text of the user. */
export const user = all('user');
/** Arguments that hold messages, or a text of the user. */
export const messages = all('messages');
/** Arguments that hold definitions of tools. */
export const tools = all('tools');
/** Arguments that tell a model what a tool, or another agent, is for. */
export const toolText = all('tool-description');
/** Arguments that hold a text to be filled in. */
export const template = all('template');
