import { escaped, row } from './markdownLines.ts';
import type { DashboardPage, FailureRow, SpendTable } from './protocol.ts';
import { words } from './words.ts';

/** The numbers of the page, for a pull request or a report. */
export function dashboardMarkdown(page: DashboardPage): string {
  const { title, ranges, range, figures, charts, prompts, unattributed, groups, failures, notes } = page;
  const time = ranges.find(({ id }) => id === range)?.name ?? range;
  const [spend] = charts;
  const bars =
    spend?.bars.filter(({ parts, isPartial }) => isPartial || parts.some((part) => part > 0)) ?? [];
  return `${[
    `## ${escaped(title)} (${escaped(time)})`,
    figures
      .map(
        ({ name, text, note }) =>
          `- ${[`${name}: **${escaped(text)}**`, ...(note === '' ? [] : [escaped(note)])].join(', ')}`,
      )
      .join('\n'),
    ...tableOf(prompts, 3),
    ...(unattributed.length === 0 ? [] : [`### ${words.noPrompt}`]),
    ...unattributed.flatMap((table) => tableOf(table, 4)),
    ...groups.flatMap((table) => tableOf(table, 3)),
    ...(spend === undefined ? [] : overTime(words.over(spend.name), bars)),
    ...(failures === null ? [] : failed(failures.text, failures.rows)),
    notes.map(escaped).join('\n'),
  ].join('\n\n')}\n`;
}

function tableOf({ heading, first, rows, text }: SpendTable, level: number): string[] {
  const head = `${'#'.repeat(level)} ${heading}`;
  if (rows.length === 0) return [head, escaped(text)];
  const numbers = [words.calls, words.input, words.cachedShare, words.output, words.cost];
  const lines = rows.map(({ name, note, calls, input, cached, output, cost }) =>
    row([
      note === '' ? escaped(name) : `${escaped(name)} (${escaped(note)})`,
      ...[calls, input, cached, output, cost].map(escaped),
    ]),
  );
  return [head, [row([first, ...numbers]), row([':--', ...numbers.map(() => '--:')]), ...lines].join('\n')];
}

function overTime(
  heading: string,
  bars: readonly { readonly name: string; readonly text: string }[],
): string[] {
  const lines = bars.map(({ name, text }) => row([escaped(name), escaped(text)]));
  return [`### ${heading}`, [row([words.when, words.cost]), row([':--', '--:']), ...lines].join('\n')];
}

function failed(text: string, rows: readonly FailureRow[]): string[] {
  const lines = rows.map(({ name, calls, cost, last }) => row([name, calls, cost, last].map(escaped)));
  const head = [row([words.what, words.calls, words.cost, words.last]), row([':--', '--:', '--:', ':--'])];
  const table = rows.length === 0 ? [] : [[...head, ...lines].join('\n')];
  return [`### ${words.failures}`, escaped(text), ...table];
}
