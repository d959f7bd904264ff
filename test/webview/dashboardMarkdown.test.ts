import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dashboardMarkdown } from '../../src/webview/dashboardMarkdown.ts';
import type { DashboardPage, SpendRow } from '../../src/webview/protocol.ts';

const order: SpendRow = {
  ...{ name: 'ORDER_PROMPT', note: 'src/desk.ts', prompt: 'src/desk.ts#ORDER_PROMPT', calls: '12' },
  ...{ input: '12,000', cached: '80 %', output: '720', cost: '>$0.037', share: 1 },
};
const page: DashboardPage = {
  ...{ kind: 'dashboard', title: 'What bakery|harbour spent', range: '7d', empty: null },
  ranges: [{ id: '7d', name: '7 days' }],
  gateway: { text: '', runs: false, acts: [] },
  figures: [
    { name: 'Spent', text: '>$0.037', note: 'and 1 call whose cost is not known' },
    { name: 'Calls', text: '12', note: '' },
  ],
  charts: [
    {
      ...{ id: 'spend', name: 'Spend', parts: ['Spend'], top: 1, lines: [] },
      bars: [
        { name: 'Sunday', tick: null, parts: [], text: 'no call', isPartial: false },
        { name: 'Monday', tick: null, parts: [0.037], text: '$0.037', isPartial: false },
      ],
    },
  ],
  prompts: { id: 'prompt', heading: 'Prompts', first: 'Prompt', text: '', act: null, rows: [order] },
  unattributed: [],
  groups: [
    {
      id: 'user',
      heading: 'By user',
      first: 'User',
      text: '',
      act: null,
      rows: [{ ...order, name: '[ada](x)', note: '' }],
    },
  ],
  failures: {
    text: '1 call came to no good end.',
    rows: [{ name: 'openai: failed', calls: '1', cost: '–', last: 'today' }],
  },
  notes: ['Days are those of UTC.'],
};

it('the dashboard is copied as tables, and nothing in a name becomes markup', () => {
  assert.equal(
    dashboardMarkdown(page),
    `## What bakery\\|harbour spent (7 days)

- Spent: **\\>$0.037**, and 1 call whose cost is not known
- Calls: **12**

### Prompts

| Prompt | Calls | Input | Cached | Output | Cost |
| :-- | --: | --: | --: | --: | --: |
| ORDER\\_PROMPT (src/desk.ts) | 12 | 12,000 | 80 % | 720 | \\>$0.037 |

### By user

| User | Calls | Input | Cached | Output | Cost |
| :-- | --: | --: | --: | --: | --: |
| \\[ada\\](x) | 12 | 12,000 | 80 % | 720 | \\>$0.037 |

### Spend over time

| When | Cost |
| :-- | --: |
| Monday | $0.037 |

### Errors and retries

1 call came to no good end.

| What happened | Calls | Cost | Last time |
| :-- | --: | --: | :-- |
| openai: failed | 1 | – | today |

Days are those of UTC.
`,
  );
});
