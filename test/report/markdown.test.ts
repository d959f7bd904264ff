import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usd } from '../../src/core/prices/usd.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { approximate, hole, overBudget, prompt, report, text } from './harbour.ts';

describe('a report in Markdown', () => {
  it('is a table for each file, with what is to be said below', () => {
    const cache = {
      stablePrefixTokens: 4,
      minimumTokens: 1024,
      cacheBreaking: true,
      breaksAt: 1,
      lostUsdPer1kCalls: usd(0.49),
    };
    const prompts = [
      prompt({ segments: [text(), hole()], cache }),
      prompt({
        id: 'src/rules.ts#RULES',
        path: 'src/rules.ts',
        tokens: approximate,
        cost: null,
        model: null,
        segments: [],
      }),
    ];
    const unread = [{ path: 'src/chart_2.ts', why: 'larger than 2 MB' }];
    assert.equal(
      markdownReport(report({ prompts, unread, files: 2 }), null),
      `# Prompts

2 prompts in 2 files, \\~2,540 tokens of known text (1 of 2 not exact)  
$0.0031 as input to send each once (1 of 2 have a known price)

## src/pilot.ts

| Line | Prompt | Role | Tokens | Per call | Model |
| ---: | --- | --- | ---: | ---: | --- |
| 1 | \`PILOT_PROMPT\` | system | 1,240 | $0.0031 | \`gpt-4o\` |

- \`PILOT_PROMPT\`: **cache breaks at line 3: new Date()**, loses $0.49 per 1,000 calls
- \`PILOT_PROMPT\`: holes new Date() (clock, each request)

## src/rules.ts

| Line | Prompt | Role | Tokens | Per call | Model |
| ---: | --- | --- | ---: | ---: | --- |
| 1 | \`RULES\` | system | ~1,300 ±30 % | – | model unknown |

## Not read

- \`src/chart_2.ts\`: larger than 2 MB

Prices: harbour prices 1, 2026-10-01.
`,
    );
  });

  it('lets no text of a stranger become markup', () => {
    const evil = 'a|b`c``<img src=x>[link](http://x)**\n# heading';
    const prompts = [prompt({ id: `src/pilot.ts#${evil}`, segments: [hole({ expression: evil })] })];
    const lines = markdownReport(report({ prompts }), null).split('\n');
    const row = lines.find((line) => line.startsWith('| 1 |')) ?? '';
    assert.ok(row.includes('``` a\\|b`c``<img src=x>[link](http://x)** # heading ```'), row);
    const holes = lines.find((line) => line.includes('holes')) ?? '';
    assert.ok(holes.includes('a\\|b\\`c\\`\\`\\<img src=x\\>\\[link\\](http://x)\\*\\* \\# heading'), holes);
    assert.ok(!lines.some((line) => line.startsWith('# heading')));
  });

  it('puts budgets first', () => {
    const shown = markdownReport(report(), [overBudget()]);
    assert.match(
      shown,
      /\| \*\*exceeded\*\* \| 1,240 \| 1,000 tokens \| `src\/pilot\.ts#PILOT_PROMPT` \| `src\/\*\*` \|/,
    );
    assert.ok(shown.indexOf('## Budgets') < shown.indexOf('## src/pilot.ts'));
  });
});
