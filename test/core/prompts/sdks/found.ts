import type { Segment } from '../../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../../hostile/memory.ts';

/** Every prompt of a file as `role sdk model: text`, with `{expression}` for holes. */
export async function found(path: string, source: string): Promise<string[]> {
  const report = await reportOf({ [path]: source });
  return report.prompts.map(
    ({ role, sdk, model, segments }) =>
      `${role} ${sdk ?? '-'} ${model?.id ?? '-'}: ${segments.map(text).join('')}`,
  );
}

/** Every call of a file as `sdk model cap: roles`, and whether all of its messages were seen. */
export async function calls(path: string, source: string): Promise<string[]> {
  const report = await reportOf({ [path]: source });
  return report.calls.map(
    ({ sdk, model, maxOutputTokens, roles, complete }) =>
      `${sdk} ${model?.id ?? '-'} ${maxOutputTokens ?? '-'}: ${roles.join(' ')}${complete ? '' : ' …'}`,
  );
}

function text(segment: Segment): string {
  return segment.kind === 'text' ? segment.text : `{${segment.expression}}`;
}
