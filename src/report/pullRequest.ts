import type { PromptChange } from '../core/changes/compare.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { Report } from '../core/report.ts';
import { budgetMessage } from './budgets.ts';
import * as gates from './gateReport.ts';
import type { GateReport } from './gateReport.ts';
import { code, table, text } from './markdownParts.ts';
import { Places } from './place.ts';
import * as words from './words.ts';

/** Finds the comment again that is to be renewed. */
export const stickyMark = '<!-- promptmeter -->';
/** GitHub refuses comments of more than 65,536 characters. */
const mostRows = 100;

/** What a change does to the prompts, as a comment for its pull request that is renewed with every push. */
export function pullRequestReport(report: Report, gate: GateReport): string {
  const places = new Places(report);
  const { change, budgets } = gate;
  const failure = gates.verdict(report, gate, places);
  const noticed = budgets.filter(({ status }) => status !== 'within');
  const blocks = [
    `${stickyMark}\n## Prompts: ${failure === null ? 'within budget' : 'over budget or in need of a look'}`,
    failure === null ? '' : `**${text(failure)}**`,
    change === null ? '' : changeBlock(change, report, places),
    list(
      'Budgets',
      noticed.map((result) => `${result.status}: ${text(budgetMessage(result, report, places))}`),
    ),
    list(
      change === null ? 'Findings' : 'New findings',
      report.findings.map(({ path, range, severity, message, rule }) => {
        const at = text(`${path}:${places.line(path, range.start)}`);
        return `${severity}: ${at} ${text(message)} (${code(rule)})`;
      }),
    ),
    list(
      'Not read',
      report.unread.map(({ path, why }) => `${code(path)}: ${text(why)}`),
    ),
    text(words.priceWords(report)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function changeBlock(change: gates.ComparedChange, report: Report, places: Places): string {
  const money = moneyIn(report.currency);
  const usd = change.changes.length === 0 ? null : gates.usdDelta(change, report);
  const sum = `${gates.changeWords(change)}${usd === null ? '' : `, ${usd} to send each once`}`;
  const shown = change.changes.slice(0, mostRows);
  const rows = shown.map((one) => row(one, places, money));
  const head = ['', 'Prompt', 'Tokens', '', 'Per call', 'Cache'];
  const left = change.changes.length - shown.length;
  return [
    `${text(sum)}.`,
    ...(rows.length === 0 ? [] : [table(head, rows, ['left', 'left', 'right', 'right', 'right', 'left'])]),
    ...(left === 0 ? [] : [`And ${words.plural(left, 'prompt')} more.`]),
  ].join('\n\n');
}

function row(change: PromptChange, places: Places, money: Money): string[] {
  const { now, before, kind } = change;
  const { name, was } = gates.nameChange(change);
  const tokens = [before, now].flatMap((one) => (one === null ? [] : words.tokenWords(one.tokens)));
  return [
    kind,
    was === null ? code(name) : `${code(name)}, was ${code(was)}`,
    tokens[0] === tokens[1] ? (tokens[0] ?? '') : tokens.join(' → '),
    gates.deltaWords(change),
    gates.costChange(change, money),
    text(gates.cacheChange(change, places)),
  ];
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, mostRows).map((line) => `- ${line}`);
  const left = lines.length - shown.length;
  return [`### ${title}\n`, ...shown, ...(left === 0 ? [] : [`- and ${left} more`])].join('\n');
}
