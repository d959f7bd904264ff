import type { Standing } from '../host/gate/standings.ts';

/** Whether two lists hold the same prompts to the same, with the same outcome; how much each is may differ. */
export function sameStandings(a: readonly Standing[], b: readonly Standing[]): boolean {
  return a.length === b.length && a.every((one, i) => keyOf(one) === keyOf(b[i]));
}

function keyOf(standing: Standing | undefined): string {
  if (standing === undefined) return '';
  const { result, prompts, stated } = standing;
  const { subject, limit, most, status, actual } = result;
  // what is shown as it is now need not be shown anew; a month and a call are shown as they were checked
  const shown = subject.kind === 'prompt' && limit.measure !== 'usdPerMonth' ? null : actual?.amount;
  return [subject.kind, limit.kind, limit.measure, most?.amount, status, shown, stated.line, ...prompts].join(
    ' ',
  );
}
