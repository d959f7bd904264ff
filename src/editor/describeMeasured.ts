import type { Money } from '../core/prices/money.ts';
import { fewestCalls } from '../core/prices/measuredUse.ts';
import type { MeteredCall } from '../core/report.ts';
import type { PromptMeasure } from '../ledger/measures.ts';
import { plain } from './markdownText.ts';
import { sayOfMeasured as say, type MeasuredPrompt } from './measuredSentences.ts';

interface Telling {
  readonly money: Money;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The call whose month is told; `null` where none was seen. */
  readonly call: Pick<MeteredCall, 'use'> | null;
  /** Whether a call sends it, in whichever file that stands. */
  readonly isSent: boolean;
  /** The address of the dashboard. */
  readonly dashboard: string;
}

/** What was recorded of a prompt → Markdown: calls, money, cache, lengths, models, how old that is, and why no month is told. */
export function describeMeasured(
  { measure, changedAt }: MeasuredPrompt,
  { money, now, call, isSent, dashboard }: Telling,
): string {
  const { all, input, output, models } = measure;
  const sums = [
    say.calls(measure, money),
    ...(all.unpriced > 0 ? [say.unpriced(all.unpriced)] : []),
    ...(all.failed > 0 ? [say.failed(all.failed)] : []),
    ...(changedAt === null ? [] : [say.changed(changedAt, measure, now)]),
    ...whyNoMonth(measure, call, isSent),
  ];
  const each = [
    ...(input === null ? [] : [say.length('Input', input)]),
    ...(output === null ? [] : [say.length('Output', output)]),
    ...(all.told > 0 ? [say.hits(all)] : []),
    ...(models.length > 0 ? [say.models(models)] : []),
    say.age(measure, now),
  ];
  return `**${say.heading}**: ${sums.map(plain).join(' ')}\n\n${each.map(plain).join(' ')} [${say.dashboard}](${dashboard})`;
}

/** Where a volume is known and there is no month, there is no price, which is said elsewhere. */
function whyNoMonth({ weeks }: PromptMeasure, call: Telling['call'], isSent: boolean): string[] {
  if (call === null) return [isSent ? say.callElsewhere : say.noCall];
  if (call.use.volume !== null) return [];
  return weeks.reduce((sum, calls) => sum + calls, 0) < fewestCalls ? [say.tooFew] : [say.shared];
}
