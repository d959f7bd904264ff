import type { PromptChange } from '../core/changes/compare.ts';
import type { Money } from '../core/prices/money.ts';
import type { Standing } from '../host/gate/standings.ts';
import {
  cacheChange,
  changeWords,
  costChange,
  deltaWords,
  nameChange,
  tokensWord,
} from '../report/gateReport.ts';
import { nameOf, oneLine, tokenWords } from '../report/words.ts';
import { sayOfBudgets } from './budgetSentences.ts';
import type { FolderChanges } from './since.ts';
import { sayOfSince, tokensChange } from './sinceSentences.ts';

/** A file with prompts that changed. */
export interface ChangedFile {
  /** From the root; of a file that is gone, where it was. */
  readonly path: string;
  readonly prompts: readonly ChangedPrompt[];
}

/** A prompt that changed, in words. */
export interface ChangedPrompt {
  readonly id: string;
  readonly kind: PromptChange['kind'];
  readonly name: string;
  /** What stands beside the name: `+120 tokens (1,120 → 1,240) · $0.0028 → $0.0031/call · cache breaks` */
  readonly description: string;
  /** One line each. */
  readonly details: readonly string[];
  readonly isOver: boolean;
}

/** What changed in a folder → files and their prompts, by path. @param standings of the prompts as they are. */
export function changedFiles(
  { since, changes }: FolderChanges,
  standings: readonly Standing[],
  money: Money,
): ChangedFile[] {
  const files = new Map<string, ChangedPrompt[]>();
  for (const change of changes) {
    const prompt = change.now ?? change.before;
    const entry = entryOf(change, { base: since.base, standings, money });
    files.set(prompt.path, [...(files.get(prompt.path) ?? []), entry]);
  }
  return [...files].map(([path, prompts]) => ({ path, prompts })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `3 prompts changed since HEAD: 2 changed, 1 added; +1,210 tokens` */
export function changedWords(folders: readonly FolderChanges[]): string | null {
  const [first] = folders;
  if (first === undefined) return null;
  return changeWords({ base: first.since.base, changes: folders.flatMap(({ changes }) => changes) });
}

interface Wording {
  readonly base: string;
  readonly standings: readonly Standing[];
  readonly money: Money;
}

function entryOf(change: PromptChange, { base, standings, money }: Wording): ChangedPrompt {
  const prompt = change.now ?? change.before;
  const own = change.now === null ? [] : standings.filter(({ prompts }) => prompts.includes(prompt.id));
  const over = own.filter(({ result }) => result.status === 'exceeded');
  const cache = cacheChange(change, null);
  const cost = costChange(change, money);
  const { was } = nameChange(change);
  const parts = [
    tokens(change),
    ...(cost === '–' ? [] : [`${cost}/call`]),
    ...(cache === '' ? [] : [`cache ${cache}`]),
    ...over.slice(0, 1).map((standing) => sayOfBudgets.over(standing, money)),
    ...(was === null ? [] : [`was ${was}`]),
  ];
  return {
    id: prompt.id,
    kind: change.kind,
    name: oneLine(nameOf(prompt)),
    description: parts.join(' · '),
    details: [
      sayOfSince.hover(change, base, was, money),
      ...own.map(
        (standing) =>
          `${sayOfBudgets.of(standing, (glob) => glob)}: ${sayOfBudgets.standing(standing, money)}`,
      ),
    ],
    isOver: over.length > 0,
  };
}

/** `+120 tokens (1,120 → 1,240)`; of what is new or gone, and of what has as many as before, its tokens alone. */
function tokens(change: PromptChange): string {
  const { now, before } = change;
  if (now === null || before === null || now.tokens.count === before.tokens.count)
    return tokensChange(change);
  return `${tokensWord(deltaWords(change))} (${tokenWords(before.tokens)} → ${tokenWords(now.tokens)})`;
}
