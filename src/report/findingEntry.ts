import { inDollars } from '../core/prices/usd.ts';
import type { Finding, Fix, Saves } from '../core/report.ts';
import { dollarsOrNull } from './costEntry.ts';
import type { FindingEntry, FixEntry, SavesEntry } from './document.ts';
import type { Places } from './place.ts';

export function findingEntry(finding: Finding, places: Places): FindingEntry {
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

function fixEntry({ title, disposition }: Fix): FixEntry {
  return { title, disposition };
}

function savesEntry({ tokens, usdPer1kCalls, month }: Saves): SavesEntry {
  const entry = { tokens, usdPer1kCalls: dollarsOrNull(usdPer1kCalls) };
  return month === undefined ? entry : { ...entry, usdPerMonth: inDollars(month.usd) };
}
