import type { BudgetResult } from '../core/budgets/check.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import { actualWords, limitWords, subjectWords } from './budgets.ts';
import { barWidth, drawn, mapBar, mapWords } from './cacheMap.ts';
import { code, table, text } from './markdownParts.ts';
import { monthWords } from './month.ts';
import { Places } from './place.ts';
import * as words from './words.ts';

/** Report → Markdown with a table for each file, for a pull request or an editor's preview. @param budgets of `check`, else `null`. */
export function markdownReport(report: Report, budgets: readonly BudgetResult[] | null): string {
  const places = new Places(report);
  const blocks = [
    `# Prompts\n\n${words.totalWords(report).map(text).join('  \n')}`,
    ...(budgets === null || budgets.length === 0 ? [] : [budgetTable(budgets, report, places)]),
    ...pathsOf(report).map((path) => fileBlock(path, report, places)),
    ...(report.findings.length === 0 ? [] : [findingList(report, places)]),
    ...(report.unread.length === 0 ? [] : [unreadList(report)]),
    text(words.priceWords(report)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Files with prompts, and those whose calls have something to tell. */
function pathsOf({ prompts, calls }: Report): string[] {
  const told = calls.filter(
    ({ bill, pictures, map }) => pictures.all > 0 || (bill?.month ?? null) !== null || drawn(map) !== null,
  );
  return [...new Set([...prompts, ...told].map(({ path }) => path))];
}

function fileBlock(path: string, report: Report, places: Places): string {
  const prompts = report.prompts.filter((prompt) => prompt.path === path);
  const money = moneyIn(report.currency);
  const rows = prompts.map((prompt) => [
    String(places.line(path, prompt.range.start)),
    code(words.nameOf(prompt)),
    words.roleWords(prompt.role),
    words.tokenWords(prompt.tokens),
    words.costWords(prompt, money),
    prompt.model === null ? words.modelWords(null) : code(words.modelWords(prompt.model)),
  ]);
  const notes = [
    ...prompts.flatMap((prompt) => promptNotes(prompt, places, money)),
    ...report.calls.filter((call) => call.path === path).flatMap((call) => callNotes(call, report, places)),
  ];
  const head = ['Line', 'Prompt', 'Role', 'Tokens', 'Per call', 'Model'];
  const align = ['right', 'left', 'left', 'right', 'right', 'left'] as const;
  const tables = rows.length === 0 ? [] : [table(head, rows, align)];
  return [`## ${text(path)}`, ...tables, ...(notes.length === 0 ? [] : [notes.join('\n')])].join('\n\n');
}

/** How the cache serves a call, what a month of it costs, and what its pictures do to its numbers. */
function callNotes(
  { path, range, bill, inputTokens, pictures, map }: MeteredCall,
  report: Report,
  places: Places,
): string[] {
  const call = `- call in line ${places.line(path, range.start)}:`;
  const money = moneyIn(report.currency);
  const cached = drawn(map);
  const sent = [
    ...(cached === null
      ? []
      : [
          `${call} cache \`${mapBar(cached, barWidth)}\` ${mapWords(cached, places, money).map(text).join(' · ')}`,
        ]),
    ...(pictures.all === 0 ? [] : [`${call} ${text(words.picturesWords(pictures))}`]),
  ];
  if (!bill?.month || inputTokens === null) return sent;
  const { sum, terms } = monthWords(bill.month, inputTokens, money);
  return [...sent, `${call} **${text(sum)}**, ${text(terms)}`];
}

function promptNotes(prompt: MeteredPrompt, places: Places, money: Money): string[] {
  const broken = words.breakWords(prompt, places, money);
  const holes = prompt.segments.filter((segment) => segment.kind === 'hole');
  const name = code(words.nameOf(prompt));
  return [
    ...(broken === null ? [] : [`- ${name}: **${text(broken.where)}**${broken.loss && `, ${broken.loss}`}`]),
    ...(holes.length === 0
      ? []
      : [`- ${name}: holes ${[...new Set(holes.map(words.holeWords))].map(text).join(' · ')}`]),
  ];
}

function budgetTable(budgets: readonly BudgetResult[], report: Report, places: Places): string {
  const money = moneyIn(report.currency);
  const rows = budgets.map((result) => [
    result.status === 'exceeded' ? '**exceeded**' : result.status,
    actualWords(result, money),
    text(limitWords(result, money)),
    code(subjectWords(result, report, places)),
    code(result.scope),
  ]);
  const head = ['Budget', 'Now', 'At most', 'Of', 'Scope'];
  return `## Budgets\n\n${table(head, rows, ['left', 'right', 'right', 'left', 'left'])}`;
}

function findingList({ findings }: Report, places: Places): string {
  const lines = findings.map(({ path, range, severity, message, rule }) => {
    return `- ${severity}: ${text(`${path}:${places.line(path, range.start)}`)} ${text(message)} (${code(rule)})`;
  });
  return `## Findings\n\n${lines.join('\n')}`;
}

function unreadList({ unread }: Report): string {
  return `## Not read\n\n${unread.map(({ path, why }) => `- ${code(path)}: ${text(why)}`).join('\n')}`;
}
