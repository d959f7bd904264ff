import { reportOf } from '../../hostile/memory.ts';

/** `role sdk: first words` of every prompt, the holes as they are written. */
export async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts.map(({ role, sdk, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${role} ${sdk ?? '-'}: ${text.join('').trim().slice(0, 40)}`;
  });
}
