import type { RequestMap } from '../core/cache/map.ts';
import type { Currency } from '../core/configMoney.ts';
import { togetherOf } from '../core/prices/bill.ts';
import type { PromptChange } from '../core/changes/compare.ts';
import { moneyIn } from '../core/prices/money.ts';
import type { MeteredCall, MeteredPrompt } from '../core/report.ts';
import type { Hole, Segment } from '../core/prompts/prompt.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import type { Standing } from '../host/gate/standings.ts';
import { providerOfModel } from '../host/providers/apis.ts';
import { nameChange } from '../report/gateReport.ts';
import { mapBar } from '../report/cacheMap.ts';
import { monthWords } from '../report/month.ts';
import { sayOfBudgets } from './budgetSentences.ts';
import { sayOfCache } from './cacheSentences.ts';
import type { Spot } from './convert.ts';
import { code, plain } from './markdownText.ts';
import { describeMeasured } from './describeMeasured.ts';
import type { MeasuredPrompt } from './measuredSentences.ts';
import { sayOfProviders } from './providerSentences.ts';
import { say } from './sentences.ts';
import { sayOfSince } from './sinceSentences.ts';

const mostSegments = 12;
const mostBudgets = 6;
/** Characters. */
const longestGlob = 80;
const longestPreview = 48;
const barWidth = 32;

export interface Described {
  readonly prompt: MeteredPrompt;
  /** Where people are told that an offset stands. */
  readonly spot: (path: string, offset: number) => Spot;
  /** The request of a call that sends it, where one could be followed. */
  readonly request: RequestMap | null;
  /** A call that sends it; `null` where none was seen. */
  readonly call: Pick<MeteredCall, 'bill' | 'inputTokens' | 'pictures' | 'use'> | null;
  /** What was recorded of it; `null` where nothing was. */
  readonly measured: MeasuredPrompt | null;
  /** How it, and the calls that send it, stand to their budgets. */
  readonly budgets: readonly Standing[];
  /** The address of a place where a budget is stated. */
  readonly budgetLink: (stated: Standing['stated']) => string;
  /** What became of it since the last commit, whose name is `base`; `null` where nothing did. */
  readonly since: { readonly change: PromptChange; readonly base: string } | null;
  /** That costs are told in; `null` for US dollars. */
  readonly currency: Currency | null;
  /** Addresses of commands about this prompt. */
  readonly links: {
    readonly pick: string;
    readonly compare: string;
    readonly map: string;
    readonly provider: string;
    readonly dashboard: string;
    readonly change: string;
  };
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Prompt → Markdown: tokens and how sure they are, cost and its source, what was assumed, the cache, and the parts. */
export function describe(described: Described): string {
  const { prompt } = described;
  const heading = [`**${say.role(prompt.role)}**`, ...(prompt.sdk ? [plain(prompt.sdk)] : [])].join(' · ');
  const blocks = [
    heading,
    tokensBlock(described),
    costBlock(described),
    callBlock(described),
    budgetsBlock(described),
    sinceBlock(described),
    measuredBlock(described),
    cacheBlock(described),
    requestBlock(described),
    partsBlock(described),
  ];
  return [...blocks, plain(say.foundBy(prompt.found, prompt.confidence))]
    .filter((block) => block !== '')
    .join('\n\n');
}

function tokensBlock({ prompt: { tokens, segments, model }, links, now }: Described): string {
  const holes = segments.filter((segment) => segment.kind === 'hole' && !segment.arms).length;
  return [
    `**${plain(say.tokens(tokens))}**. ${plain(sureness(tokens, now))}`,
    ...(holes > 0 ? [plain(say.knownTextOnly(holes))] : []),
    ...(tokens.most === undefined ? [] : [plain(say.choiceOfTexts)]),
    ...(model && providerOfModel(model.id) && tokens.certainty !== 'exact'
      ? [`[${sayOfProviders.link}](${links.provider})`]
      : []),
  ].join(' ');
}

function sureness(tokens: Tokens, now: number): string {
  return tokens.counted ? sayOfProviders.counted(tokens.counted, now) : say.certainty(tokens);
}

function costBlock({ prompt, links, currency }: Described): string {
  const { model, cost } = prompt;
  const money = moneyIn(currency);
  const pick = `[${say.pickLink}](${links.pick}) · [${say.compareLink}](${links.compare})`;
  if (!model) return `${plain(say.noModel)} ${pick}`;
  const assumed = model.via === 'config' ? plain(say.assumedModel(model.id)) : '';
  if (!cost)
    return [plain(say.noPrice(model.id, prompt.meant ?? null)), assumed, pick].filter(Boolean).join(' ');
  const cached =
    cost.usdPerCallCached === null ? say.noCachedPrice : say.costCached(cost.usdPerCallCached, money);
  const line = `**${plain(say.cost(prompt, money))}**, ${plain(cached)}.`;
  const rate = currency === null ? '' : plain(say.rate(currency));
  return [line, plain(say.priceSource(cost)), rate, assumed, pick].filter(Boolean).join(' ');
}

/** What a month of the call that sends it costs, and what its pictures do to the numbers. */
function callBlock({ call, currency }: Described): string {
  if (call === null) return '';
  const { bill, inputTokens, pictures, use } = call;
  const sharing = togetherOf(use.volume)?.calls ?? 1;
  const month =
    bill?.month && inputTokens !== null ? monthWords(bill.month, inputTokens, moneyIn(currency)) : null;
  return [
    ...(month === null ? [] : [`**${plain(month.sum)}**: ${plain(say.monthOf(month.terms, sharing))}`]),
    ...(pictures.all === 0 ? [] : [plain(say.pictures(pictures))]),
  ].join(' ');
}

function budgetsBlock({ budgets, currency, budgetLink }: Described): string {
  const money = moneyIn(currency);
  const lines = budgets.slice(0, mostBudgets).map((standing) => {
    const { path, line } = standing.stated;
    const at = `[${plain(`${path}:${line}`)}](${budgetLink(standing.stated)})`;
    return `${sayOfBudgets.of(standing, (glob) => code(glob, longestGlob))} (${at}): ${plain(sayOfBudgets.standing(standing, money))}`;
  });
  return lines.join('  \n');
}

function sinceBlock({ since, links, currency }: Described): string {
  if (since === null) return '';
  const { change, base } = since;
  const words = sayOfSince.hover(change, base, nameChange(change).was, moneyIn(currency));
  return `${plain(words)} [${sayOfSince.link}](${links.change})`;
}

function measuredBlock({ prompt, measured, call, currency, links, now }: Described): string {
  return measured === null
    ? ''
    : describeMeasured(measured, {
        ...{ money: moneyIn(currency), now, call, isSent: prompt.sdk !== null, dashboard: links.dashboard },
      });
}

function cacheBlock({ prompt, spot, currency }: Described): string {
  const { cache, segments } = prompt;
  if (!cache) return '';
  const hole = cache.cacheBreaking ? segments[cache.breaksAt ?? -1] : undefined;
  if (hole?.kind !== 'hole' || hole.because === 'date') return plain(say.cachePrefix(cache));
  const at = spot(hole.path, hole.range.start);
  const lost = cache.lostUsdPer1kCalls;
  const loss = lost !== null && lost > 0n ? moneyIn(currency)(lost) : null;
  const broken = say.cacheBreak('\u0000', at, loss);
  const sentence = plain(broken).replace('\u0000', () => code(hole.expression, longestPreview));
  return `$(warning) ${sentence} ${plain(say.cachePrefix(cache))} ${plain(say.moveIt)}`;
}

/** The whole request as a bar, and the way to its map. */
function requestBlock({ request, links }: Described): string {
  const link = `[${sayOfCache.link}](${links.map})`;
  if (request === null || request.manner === null || request.totalTokens === 0) return link;
  const { cachedTokens, totalTokens } = request;
  const words = sayOfCache.request(cachedTokens, totalTokens);
  return `${code(mapBar(request, barWidth), 2 * barWidth)} ${plain(words)} ${link}`;
}

function partsBlock(described: Described): string {
  const { prompt } = described;
  if (prompt.segments.length < 2) return '';
  const rows = prompt.segments
    .slice(0, mostSegments)
    .map((segment, i) => partRow(segment, prompt.segmentTokens[i] ?? null, described));
  const more = prompt.segments.length - mostSegments;
  const rest = more > 0 ? `\n\n${plain(say.moreSegments(more))}` : '';
  return `| | | |\n|:--|--:|:--|\n${rows.join('\n')}${rest}`;
}

function partRow(segment: Segment, tokens: number | null, { prompt, spot }: Described): string {
  const where = whereText(segment, prompt.path, spot);
  if (segment.kind === 'hole') return `| ${where} | ⟨…⟩ | ${holeText(segment)} |`;
  const count = tokens === null ? '' : say.partTokens(tokens, prompt.tokens);
  return `| ${where} | ${count} | ${code(segment.text, longestPreview)} |`;
}

function holeText(hole: Hole): string {
  return `${code(hole.expression, longestPreview)} ${plain(say.segmentHole(hole.varies, hole.because))}`;
}

function whereText({ path, range }: Segment, own: string, spot: Described['spot']): string {
  const lines = say.segmentText(spot(path, range.start).line, spot(path, range.end).line);
  return plain(path === own ? lines : `${path}, ${lines}`);
}
