import type { Report } from '../core/report.ts';
import { budgetEntry } from './budgetEntry.ts';
import { callEntry } from './callEntry.ts';
import { changeEntry } from './changeEntry.ts';
import { currencyEntry } from './costEntry.ts';
import type { ReportDocument, SummaryEntry } from './document.ts';
import { findingEntry } from './findingEntry.ts';
import type { GateReport } from './gateReport.ts';
import { Places } from './place.ts';
import { promptEntry } from './promptEntry.ts';

/** Report → what a program reads of it, contract version 1. @param gate of `check`; `null` leaves it out. */
export function reportDocument(
  report: Report,
  version: string,
  gate: Pick<GateReport, 'budgets' | 'change'> | null,
): ReportDocument {
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

export function summaryEntry(report: Report): SummaryEntry {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) findings[severity]++;
  const whole = report.prompts.filter(({ partOf }) => partOf === null);
  const tokens = whole.reduce((sum, prompt) => sum + prompt.tokens.count, 0);
  return { files: report.files, prompts: report.prompts.length, tokens, findings };
}
