import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceIn, evidenceOfName } from '../../../src/core/prompts/evidence.ts';

const days = [
  `new Date().toISOString().split('T')[0]`,
  `new Date().toISOString().slice(0, 10)`,
  `new Date().toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: '2-digit' })`,
  `new Date().toLocaleString('en-US', { weekday: 'long' })`,
  `new Date().getFullYear()`,
  `format(new Date(), 'yyyy-MM-dd')`,
  `dayjs().format('YYYY-MM-DD')`,
  `DateTime.now().setZone(zone).toFormat('yyyy-MM-dd')`,
  `date.today()`,
  `datetime.now(timezone.utc).strftime("%Y-%m-%d")`,
  `datetime.datetime.now().date().isoformat()`,
  `datetime.now().isoformat()[:10]`,
  `time.strftime('%A')`,
  `Time.now.strftime('%Y-%m-%d')`,
  `Date.today.to_s`,
  `time.Now().Format("2006-01-02")`,
  `LocalDate.now()`,
  `DateTime.UtcNow.ToString("yyyy-MM-dd")`,
  `DateTime.Today`,
  `Utc::now().format("%Y-%m-%d")`,
  `date('Y-m-d')`,
  `Carbon::now()->format('Y-m-d')`,
];

const times = [
  `new Date().toISOString()`,
  `new Date().toLocaleString()`,
  `new Date().toLocaleDateString('en-US', { day: 'numeric', hour: 'numeric' })`,
  `new Date().toDateString() + Date.now()`,
  `format(new Date(), 'yyyy-MM-dd HH:mm')`,
  `dayjs().format('YYYY-MM-DD HH:mm')`,
  `datetime.today()`,
  `datetime.now().strftime("%Y-%m-%d %H:%M")`,
  `time.time()`,
  `Time.now.strftime('%H:%M')`,
  `time.Now().Format("2006-01-02 15:04")`,
  `LocalDateTime.now()`,
  `DateTime.Now.ToString("yyyy-MM-dd HH")`,
  `date('Y-m-d H:i')`,
  `Carbon::now()->format('H:i')`,
];

describe('what an expression shows of a clock', () => {
  for (const expression of days)
    it(`is the day alone in ${expression}`, () =>
      assert.deepEqual(evidenceIn(expression), { varies: 'request', because: 'date' }));
  for (const expression of times)
    it(`is the time in ${expression}`, () =>
      assert.deepEqual(evidenceIn(expression), { varies: 'request', because: 'clock' }));
});

describe('what a name suggests', () => {
  const suggested: readonly (readonly [expression: string, varies: string | undefined])[] = [
    ['user_question', 'request'],
    ['PROMPT', 'request'],
    ['system_prompt', undefined],
    ["context['entity_types']", undefined],
    ["context['question']", 'request'],
    ['company_context', 'deploy'],
    ['problem_statement', 'request'],
    ['SummaryPrefix', 'deploy'],
    ['retrieved_context', 'request'],
    [`" Answer the question of the user." if is_short == 'yes' else ""`, undefined],
    [`" Answer the question of the user, which is lo`, undefined],
    ["catalog.berths({ title: 'the input of the user' })", undefined],
  ];
  for (const [expression, varies] of suggested)
    it(`is ${varies ?? 'nothing'} in ${expression}`, () =>
      assert.equal(evidenceOfName(expression)?.varies, varies));
});
