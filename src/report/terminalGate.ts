import type { BudgetResult } from '../core/budgets/check.ts';
import type { Report } from '../core/report.ts';
import { budgetNumbers, amountWords, subjectWords } from './budgets.ts';
import { fit, fitEnd, padEnd, padStart, widthOf } from './columns.ts';
import * as gates from './gateReport.ts';
import type { ComparedChange, GateReport } from './gateReport.ts';
import type { Paint } from './paint.ts';
import { gap } from './rows.ts';
import {
  closing,
  findingLines,
  narrowestDetail,
  pageOf,
  type Page,
  type TerminalOptions,
} from './terminalPage.ts';
import * as words from './words.ts';

/** What `check` says: first the one failure that matters most, then what changed, each budget, and what the rules find. */
export function terminalGate(report: Report, gate: GateReport, options: TerminalOptions): string {
  const page = pageOf(report, options);
  const failure = gates.verdict(report, gate, page.places);
  const blocks = [
    failure === null ? [] : [page.paint.error(failure)],
    gate.change === null ? [] : changeLines(gate.change, page),
    budgetLines(gate.budgets, page),
    ruleLines(page),
  ];
  const lines = blocks.flatMap((block) => (block.length === 0 ? [] : [...block, '']));
  // nothing that was looked for has changed
  if (
    gate.change !== null &&
    report.files === 0 &&
    failure === null &&
    report.unread.length === 0 &&
    gate.budgets.length === 0
  )
    return blocks
      .flat()
      .map((line) => `${line}\n`)
      .join('');
  const notes =
    options.quiet === true ? 0 : report.findings.filter(({ severity }) => severity === 'info').length;
  return [
    ...lines,
    ...(notes === 0
      ? []
      : [page.paint.quiet(`${words.plural(notes, 'note')} of the rules, to be seen with promptmeter scan`)]),
    ...closing(page),
    '',
  ].join('\n');
}

function changeLines(change: ComparedChange, { paint, places, width, money }: Page): string[] {
  const rows = change.changes.map((one) => {
    const { name, was } = gates.nameChange(one);
    const counts = [one.before, one.now].flatMap((state) =>
      state === null ? [] : words.tokenWords(state.tokens),
    );
    const cache = gates.cacheChange(one, places);
    return {
      kind: one.kind,
      tokens: gates.tokensWord(gates.deltaWords(one)),
      name: was === null ? name : `${name}, was ${was}`,
      more: [
        counts.join(' → '),
        gates.costChange(one, money),
        ...(cache === '' ? [] : [`cache ${cache}`]),
      ].join(', '),
    };
  });
  const widest = (key: 'kind' | 'tokens') => Math.max(0, ...rows.map((row) => widthOf(row[key])));
  const [kind, tokens] = [widest('kind'), widest('tokens')];
  const room = Math.max(narrowestDetail, width - kind - tokens - 2 * gap.length);
  return [
    paint.strong(gates.changeWords(change)),
    ...rows.flatMap((row) => {
      const head = [padEnd(row.kind, kind), padStart(row.tokens, tokens), fitEnd(row.name, room)].join(gap);
      return [head, ' '.repeat(kind + tokens + 2 * gap.length) + paint.quiet(fit(row.more, room))];
    }),
  ];
}

function budgetLines(
  budgets: readonly BudgetResult[],
  { report, places, paint, width, money }: Page,
): string[] {
  const numbers = budgets.map((result) => {
    const { base, limit } = result;
    const before = base === null || limit.kind === 'increase' ? '' : `, ${amountWords(base, money)} before`;
    return budgetNumbers(result, money) + before;
  });
  const longest = Math.max(0, ...numbers.map(widthOf));
  const status = Math.max(0, ...budgets.map((result) => result.status.length));
  const room = Math.max(narrowestDetail, width - longest - status - 2 * gap.length);
  return budgets.map((result, i) =>
    [
      colours(paint)[result.status](padEnd(result.status, status)),
      padStart(numbers[i] ?? '', longest),
      fitEnd(words.oneLine(subjectWords(result, report, places)), room),
    ].join(gap),
  );
}

/** What the rules find, file by file; what is information only is counted and not shown. */
function ruleLines(page: Page): string[] {
  const { report, paint } = page;
  const shown = report.findings.filter(({ severity }) => severity !== 'info');
  const paths = [...new Set(shown.map(({ path }) => path))];
  const blocks = paths.map((path) => [
    paint.strong(words.oneLine(path)),
    ...shown.filter((finding) => finding.path === path).flatMap((finding) => findingLines(finding, page)),
  ]);
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
}

function colours({ error, warning, quiet }: Paint): Record<BudgetResult['status'], Paint['error']> {
  return { exceeded: error, inherited: warning, exempt: warning, uncheckable: warning, within: quiet };
}
