import type { Currency } from '../core/configMoney.ts';
import { togetherOf, type MonthBill } from '../core/prices/bill.ts';
import type { CacheMap, Cost } from '../core/prices/price.ts';
import { inDollars, type Usd } from '../core/prices/usd.ts';
import type { Hole, Segment } from '../core/prompts/prompt.ts';
import type { Finding, Fix, MeteredCall, MeteredPrompt, Report, Saves } from '../core/report.ts';
import type { CountedTool } from '../core/tokens/tools/count.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { budgetEntry } from './budgetEntry.ts';
import type { CallCostEntry, CostEntry, CurrencyEntry } from './costDocument.ts';
import { changeEntry } from './changeEntry.ts';
import type * as document from './document.ts';
import type { GateReport } from './gateReport.ts';
import { mapEntry } from './mapEntry.ts';
import { Places } from './place.ts';
import { requestEntry } from './request.ts';

/** Report → what a program reads of it, contract version 1. @param gate of `check`; `null` leaves it out. */
export function reportDocument(
  report: Report,
  version: string,
  gate: Pick<GateReport, 'budgets' | 'change'> | null,
): document.ReportDocument {
  const places = new Places(report);
  return {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    prompts: report.prompts.map((prompt) => promptEntry(prompt, places)),
    calls: report.calls.map((call) => callEntry(call, places)),
    findings: report.findings.map((finding) => findingEntry(finding, places)),
    ...(gate === null ? {} : { budgets: gate.budgets.map((result) => budgetEntry(result, report, places)) }),
    ...(gate === null || gate.change === null ? {} : { change: changeEntry(gate.change) }),
    unread: report.unread.map(({ path, why }) => ({ path, why })),
    prices: { source: report.prices.source, date: report.prices.date },
    ...currencyEntry(report.currency),
    summary: summaryEntry(report),
  };
}

export function summaryEntry(report: Report): document.SummaryEntry {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) findings[severity]++;
  const whole = report.prompts.filter(({ partOf }) => partOf === null);
  const tokens = whole.reduce((sum, prompt) => sum + prompt.tokens.count, 0);
  return { files: report.files, prompts: report.prompts.length, tokens, findings };
}

function promptEntry(prompt: MeteredPrompt, places: Places): document.PromptEntry {
  return {
    id: prompt.id,
    ...places.of(prompt.path, prompt.range),
    language: prompt.language,
    role: prompt.role,
    found: prompt.found,
    confidence: prompt.confidence,
    sdk: prompt.sdk,
    model: modelEntry(prompt),
    segments: prompt.segments.map((segment, i) => segmentEntry(segment, prompt, i, places)),
    partOf: prompt.partOf,
    tokens: tokensEntry(prompt.tokens),
    cost: costEntry(prompt.cost),
    cache: cacheEntry(prompt.cache, breakOf(prompt), prompt.path, places),
  };
}

function callEntry(call: MeteredCall, places: Places): document.CallEntry {
  return {
    ...places.of(call.path, call.range),
    sdk: call.sdk,
    model: modelEntry(call),
    prompts: [...call.prompts],
    maxOutputTokens: call.maxOutputTokens,
    inputTokens: call.inputTokens === null ? null : tokensEntry(call.inputTokens),
    framingTokens: call.framingTokens,
    tools: call.tools?.map((tool) => toolEntry(tool, places)) ?? null,
    toolFramingTokens: call.toolFramingTokens,
    responseFormatTokens: call.responseFormatTokens === null ? null : tokensEntry(call.responseFormatTokens),
    ...(call.pictures.all === 0 ? {} : { pictures: call.pictures }),
    complete: call.complete,
    cost: callCostEntry(call),
    cache: cacheEntry(call.cache, call.breaksAt, call.path, places),
    ...requestEntry(call, places),
    map: call.map === null ? null : mapEntry(call.map, call.path, places),
  };
}

function callCostEntry({ cost, bill }: MeteredCall): CallCostEntry | null {
  const entry = costEntry(cost);
  if (entry === null || bill === null) return null;
  const { cold, coldMost, warm, output, month } = bill;
  return {
    ...entry,
    cold: inDollars(cold),
    ...(coldMost === null ? {} : { coldMost: inDollars(coldMost) }),
    warm: dollarsOrNull(warm),
    output: output === null ? null : { ...output, usd: inDollars(output.usd) },
    month: month === null ? null : monthEntry(month),
  };
}

function monthEntry({ usd, callsPerDay, volume, cache, output }: MonthBill): CallCostEntry['month'] {
  const { from } = volume;
  const together = togetherOf(volume);
  return {
    ...{ usd: inDollars(usd), callsPerDay, from },
    ...(together === null ? {} : { sharedBy: together.calls }),
    ...(from === 'ledger'
      ? { measured: { calls: volume.calls, days: volume.days, until: volume.until } }
      : {}),
    cacheHitRate: cache?.hitRate ?? null,
    ...(cache?.from === 'ledger' ? { cacheHitRateFrom: cache.from } : {}),
    output: output?.from ?? null,
  };
}

function savesEntry({ tokens, usdPer1kCalls, month }: Saves): document.SavesEntry {
  const entry = { tokens, usdPer1kCalls: dollarsOrNull(usdPer1kCalls) };
  return month === undefined ? entry : { ...entry, usdPerMonth: inDollars(month.usd) };
}

function toolEntry(tool: CountedTool, places: Places): document.ToolEntry {
  const { name, path, range, tokens, prompts, definition, complete } = tool;
  return {
    name,
    ...places.of(path, range),
    tokens: tokens === null ? null : tokensEntry(tokens),
    prompts: [...prompts],
    definition,
    complete,
  };
}

function findingEntry(finding: Finding, places: Places): document.FindingEntry {
  const { rule, severity, confidence, prompt, message, saves, fix, fingerprint } = finding;
  return {
    rule,
    severity,
    confidence,
    prompt,
    ...places.of(finding.path, finding.range),
    message,
    saves: saves === null ? null : savesEntry(saves),
    fix: fix && fixEntry(fix),
    otherFixes: finding.otherFixes.map(fixEntry),
    fingerprint,
  };
}

function fixEntry({ title, disposition }: Fix): document.FixEntry {
  return { title, disposition };
}

function modelEntry({ model, meant }: MeteredPrompt | MeteredCall): document.ModelEntry | null {
  if (model === null) return null;
  return { id: model.id, via: model.via, ...(meant === undefined ? {} : { meant }) };
}

function segmentEntry(
  segment: Segment,
  prompt: MeteredPrompt,
  index: number,
  places: Places,
): document.TextEntry | document.HoleEntry {
  const { startLine, endLine } = places.of(segment.path, segment.range);
  const elsewhere = segment.path === prompt.path ? {} : { path: segment.path };
  if (segment.kind === 'text')
    return { kind: 'text', tokens: prompt.segmentTokens[index] ?? 0, ...elsewhere, startLine, endLine };
  const { expression, varies, because } = segment;
  return { kind: 'hole', expression, ...elsewhere, startLine, endLine, varies, because };
}

export function tokensEntry({ count, most, certainty, band, encoding }: Tokens): document.TokensEntry {
  return { count, ...(most === undefined || most === count ? {} : { most }), certainty, band, encoding };
}

export function costEntry(cost: Cost | null): CostEntry | null {
  if (cost === null) return null;
  const { model, provider, source, date, service } = cost.price;
  const usdPerCall = inDollars(cost.usdPerCall);
  const usdPerCallCached = dollarsOrNull(cost.usdPerCallCached);
  return {
    usdPerCall,
    usdPerCallCached,
    price: { model, provider, ...(service === undefined ? {} : { service }), source, date },
  };
}

/** Nothing where people are told US dollars too. */
export function currencyEntry(currency: Currency | null): { readonly currency?: CurrencyEntry } {
  if (currency === null) return {};
  const { code, perUsd, date } = currency;
  return { currency: { code, perUsd, date } };
}

function cacheEntry(
  cache: Omit<CacheMap, 'breaksAt'> | null,
  hole: Hole | null,
  path: string,
  places: Places,
): document.CacheEntry | null {
  if (cache === null) return null;
  const { stablePrefixTokens, minimumTokens, cacheBreaking } = cache;
  const lostUsdPer1kCalls = dollarsOrNull(cache.lostUsdPer1kCalls);
  const breaksAt = hole === null ? null : breakEntry(hole, path, places);
  return { stablePrefixTokens, minimumTokens, cacheBreaking, breaksAt, lostUsdPer1kCalls };
}

function dollarsOrNull(usd: Usd | null): number | null {
  return usd === null ? null : inDollars(usd);
}

function breakOf({ cache, segments }: MeteredPrompt): Hole | null {
  const hole = cache === null || cache.breaksAt === null ? undefined : segments[cache.breaksAt];
  return hole?.kind === 'hole' ? hole : null;
}

function breakEntry(hole: Hole, path: string, places: Places): document.BreakEntry {
  const { expression } = hole;
  const line = places.line(hole.path, hole.range.start);
  return hole.path === path ? { line, expression } : { path: hole.path, line, expression };
}
