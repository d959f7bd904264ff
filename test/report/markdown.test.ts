import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestMap } from '../../src/core/cache/map.ts';
import { cacheFacts } from '../../src/core/prices/cacheFacts.ts';
import { usd } from '../../src/core/prices/usd.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { approximate, call, hole, overBudget, prompt, report, text } from './harbour.ts';

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
$0.0031 as input to send each once (1 of 2 has a known price)

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

  it('draws how the cache serves a call', () => {
    const at = { path: 'src/pilot.ts', range: { start: 0, end: 1 }, role: 'system', prompt: null } as const;
    const fixed = { ...at, kind: 'text', name: '', varies: 'never', because: '', movable: true } as const;
    const clock = {
      ...at,
      kind: 'hole',
      name: 'new Date()',
      tokens: 0,
      varies: 'request',
      because: 'clock',
      movable: false,
    } as const;
    const caching = cacheFacts('gpt-4.1');
    const parts = [{ ...fixed, tokens: 1500 }, clock, { ...fixed, tokens: 1500 }];
    const map = requestMap(parts, [], { price: null, caching });
    assert.ok(
      markdownReport(report({ calls: [call({ map })] }), null).includes(
        '- call in line 1: cache `█████████▓┊░░░░░░░░░░` reads 1,408 of 3,000 tokens from the cache for 5 min · line 1: new Date() (clock) ends it',
      ),
    );
  });

  it('says of a date that it changes once a day', () => {
    const cache = {
      stablePrefixTokens: 4,
      minimumTokens: 1024,
      cacheBreaking: true,
      breaksAt: 1,
      lostUsdPer1kCalls: usd(0),
    };
    const segments = [text(), hole({ expression: 'date.today()', because: 'date' })];
    const shown = markdownReport(report({ prompts: [prompt({ segments, cache })] }), null);
    assert.ok(shown.includes('**cache breaks once a day at line 3: date.today()**\n'));
    assert.ok(shown.includes('holes date.today() (date, each day)'));
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
