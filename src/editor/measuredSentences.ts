import type { Money } from '../core/prices/money.ts';
import { fewestCalls } from '../core/prices/measuredUse.ts';
import type { MeasuredPart, PromptMeasure, Spread } from '../ledger/measures.ts';
import { countWords, oneLine, plural } from '../report/words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What the editor says of calls that were recorded. Text only; who shows it escapes what comes from elsewhere. */
export const sayOfMeasured = {
  /** `312 calls this week, $0.97, 12 % cached` */
  lens: ({ measure, changedAt }: MeasuredPrompt, money: Money) => {
    const part = newest(measure);
    const when = part === measure.week ? 'this week' : 'in four weeks';
    const told =
      part.calls === 0
        ? [`${plural(part.failed, 'call')} failed ${when}`]
        : [`${plural(part.calls, 'call')} ${when}`, ...spent(part, money), ...cached(part)];
    return [...told, ...(isOutdated(measure, changedAt) ? [sayOfMeasured.outdated] : [])].join(', ');
  },
  outdated: 'measured before this text changed',

  heading: 'Measured',
  /** `312 calls in the last seven days, $0.97, 12 % cached; 1,204 in four weeks, $3.80, 15 % cached.` */
  calls: ({ week, all }: PromptMeasure, money: Money) => {
    const words = (part: MeasuredPart) => [...spent(part, money), ...cached(part)].map((word) => `, ${word}`);
    return (
      `${plural(week.calls, 'call')} in the last seven days${words(week).join('')}; ` +
      `${countWords(all.calls)} in four weeks${words(all).join('')}.`
    );
  },
  unpriced: (unpriced: number) => `The cost of ${plural(unpriced, 'call')} is not known, and not in the sum.`,
  failed: (failed: number) => `${plural(failed, 'more call')} failed.`,
  length: (name: 'Input' | 'Output', { median, p95 }: Spread) =>
    `${name}: ${plural(median, 'token')} at the median, ${countWords(p95)} at the 95th percentile.`,
  hits: ({ told, hits }: MeasuredPart) =>
    `${percent(hits / told)} of the calls read from the provider’s cache.`,
  models: (models: PromptMeasure['models']) =>
    `By ${models
      .slice(0, mostModels)
      .map(({ model, calls }) => `${oneLine(model ?? 'a model that is not named')} (${countWords(calls)})`)
      .join(
        ', ',
      )}${models.length > mostModels ? ` and ${countWords(models.length - mostModels)} more` : ''}.`,
  age: ({ firstAt, lastAt }: PromptMeasure, now: number) =>
    `The last call was made ${ago(now - lastAt)}, the first of these on ${dayWords(firstAt)}.`,
  changed: (changedAt: number, measure: PromptMeasure, now: number) =>
    isOutdated(measure, changedAt)
      ? 'The text has changed since: no call was made with it as it stands.'
      : `The text changed ${ago(now - changedAt)}: calls before that were made with another one.`,
  tooFew: `Too few to reckon a month from: that takes ${fewestCalls} calls, and a week since the first.`,
  dashboard: 'Show the dashboard…',
  noCall: 'No call of the source that sends this prompt was seen, so no month is reckoned from it.',
  callElsewhere: 'The call that sends it stands in another file; the month of it is told there.',
  shared:
    'Several calls of the source send this prompt. A ledger cannot tell them apart, so no month is reckoned from it.',
} as const;

const mostModels = 3;

/** What was measured of a prompt, and since when it has read as it does; `null` where it never read otherwise. */
export interface MeasuredPrompt {
  readonly measure: PromptMeasure;
  readonly changedAt: number | null;
}

/** Whether no call was made since the text reads as it does. */
export function isOutdated({ lastAt }: Pick<PromptMeasure, 'lastAt'>, changedAt: number | null): boolean {
  return changedAt !== null && lastAt < changedAt;
}

/**
 * Whether the line above a prompt says how much of its calls was read from a cache, for its text as it stands. That then
 * stands in the place of what is expected of it.
 */
export function tellsCache(measured: MeasuredPrompt | null): boolean {
  if (measured === null) return false;
  const { measure, changedAt } = measured;
  return newest(measure).cachedShare !== null && !isOutdated(measure, changedAt);
}

/** This week's calls, or those of four weeks where there were none. */
function newest({ week, all }: PromptMeasure): MeasuredPart {
  return week.calls + week.failed > 0 ? week : all;
}

/** Nothing where no call was charged to the prompt. */
function spent({ usd, unpriced }: MeasuredPart, money: Money): string[] {
  if (usd === null) return unpriced === 0 ? [] : ['cost unknown'];
  // A sum from which something is missing is more than it says.
  return [`${unpriced > 0 ? '>' : ''}${money(usd)}`];
}

function cached({ cachedShare }: MeasuredPart): string[] {
  return cachedShare === null ? [] : [`${percent(cachedShare)} cached`];
}

function percent(share: number): string {
  return share > 0 && share < 0.01 ? '<1 %' : `${Math.round(share * 100)} %`;
}

function dayWords(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `just now`, `5 minutes ago`, `3 hours ago`, `2 days ago` */
function ago(milliseconds: number): string {
  if (milliseconds < minute) return 'just now';
  if (milliseconds < hour) return `${plural(Math.floor(milliseconds / minute), 'minute')} ago`;
  if (milliseconds < day) return `${plural(Math.floor(milliseconds / hour), 'hour')} ago`;
  return `${plural(Math.floor(milliseconds / day), 'day')} ago`;
}
