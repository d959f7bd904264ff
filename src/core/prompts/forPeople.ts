import type { Expression } from '../source/language.ts';

type Fields = Extract<Expression, { kind: 'record' }>;

/** What a person reads at a screen: the page of a command, the box that an editor asks in. */
export function isForPeople({ type, entries }: Fields): boolean {
  const isCommand = /(?:^|\.)(?:cobra|cli)\.(?:Command|App)$/.test(type ?? '');
  return isCommand || entries.some(({ key }) => key !== null && ofInputBoxes.has(key));
}

/** Options of `showInputBox`: https://code.visualstudio.com/api/references/vscode-api#InputBoxOptions, read 2026-11. */
const ofInputBoxes = new Set(['placeHolder', 'ignoreFocusOut', 'validateInput', 'valueSelection']);

/** `{ label: '…', type: 'select', options: […], description: '…' }`: a field of a form, and what stands beside it. */
export function isOfField({ entries }: Fields): boolean {
  const has = (...keys: readonly string[]): boolean =>
    entries.some(({ key }) => key !== null && keys.includes(key));
  return has('label') && has('placeholder', 'options', 'rows', 'min', 'max', 'required');
}

/** Keys of what a program says of something, also where that is a prompt. */
export const tellsPeople = /^(?:title|label|description|placeholder|hint|help|tooltip|errors?|messages?)$/i;
