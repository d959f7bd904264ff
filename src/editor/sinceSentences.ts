import type { PromptChange } from '../core/changes/compare.ts';
import type { Money } from '../core/prices/money.ts';
import { costChange, deltaWords, tokensWord } from '../report/gateReport.ts';
import { plural, signOf, tokenWords } from '../report/words.ts';

/** What the editor says of what has changed since a commit. Text only; what comes from a source file is escaped by who shows it. */
export const sayOfSince = {
  /** `+120 tokens, +$0.0003/call since HEAD`; nothing where neither tokens nor money differ. */
  lens: (change: PromptChange, base: string, money: Money) => {
    if (change.kind === 'added') return [`new since ${base}`];
    const parts = [tokensDelta(change), usdDelta(change, money)].filter((part) => part !== null);
    return parts.length === 0 ? [] : [`${parts.join(', ')} since ${base}`];
  },
  /** `Since HEAD: 1,120 → 1,240 tokens, $0.0028 → $0.0031 per call.` @param was its id then, where it is another. */
  hover: (change: PromptChange, base: string, was: string | null, money: Money) => {
    if (change.before === null) return `New since ${base}.`;
    return `Since ${base}: ${[tokensChange(change), ...perCall(change, money)].join(', ')}${was === null ? '' : `; it was ${was}`}.`;
  },
  /** @param words what changed, as a sentence without its point. @param left files that were not looked at. */
  list: (words: string, left: number, submodules: readonly string[]) => {
    const more =
      left === 0
        ? ''
        : ` ${plural(left, 'more file')} ${left === 1 ? 'differs' : 'differ'}: see promptmeter check --base HEAD.`;
    const own =
      submodules.length === 1
        ? 'a submodule; open it as a folder to compare it'
        : 'submodules; open them as folders to compare them';
    const inside = submodules.length === 0 ? '' : ` Not compared: ${submodules.join(', ')}, ${own}.`;
    return `${words}.${more}${inside}`;
  },
  /** `2 prompts changed since HEAD: +120 tokens` */
  file: (prompts: number, tokens: string, base: string) =>
    `${plural(prompts, 'prompt')} changed since ${base}: ${tokensWord(tokens)}`,
  comparing: 'Comparing with the last commit…',
  noCommit: 'There is no commit to compare with: no open folder is in a git repository that has one.',
  link: 'Show the change',
  diffTitle: (name: string, base: string) => `${name} (${base} ↔ now)`,
} as const;

/** `1,120 → 1,240 tokens`, `1,240 tokens in other words` */
export function tokensChange({ now, before }: PromptChange): string {
  const [was, is] = [before, now].map((one) => (one === null ? null : tokenWords(one.tokens)));
  if (was === null || is === null) return `${was ?? is} tokens`;
  return was === is ? `${is} tokens as before` : `${was} → ${is} tokens`;
}

function perCall(change: PromptChange, money: Money): string[] {
  const { now, before } = change;
  if ((now?.cost ?? null) === null || (before?.cost ?? null) === null) return [];
  return [`${costChange(change, money)} per call`];
}

/** Counts of different makers are not told as a difference: it would be one of the makers. */
function tokensDelta(change: PromptChange): string | null {
  const { now, before } = change;
  if (now === null || before === null || now.tokens.count === before.tokens.count) return null;
  if (now.tokens.counted?.by !== before.tokens.counted?.by) return 'changed';
  return tokensWord(deltaWords(change));
}

function usdDelta({ now, before }: PromptChange, money: Money): string | null {
  const [is, was] = [now?.cost?.usdPerCall ?? null, before?.cost?.usdPerCall ?? null];
  if (is === null || was === null || now === null || is === was) return null;
  if (now.tokens.counted?.by !== before?.tokens.counted?.by) return null;
  const sign = `${signOf(now.tokens)}${is > was ? '+' : '−'}`;
  return `${sign}${money(is > was ? is - was : was - is)}/call`;
}
