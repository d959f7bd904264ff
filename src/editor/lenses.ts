import * as vscode from 'vscode';
import { coverageOf } from '../core/cache/coverage.ts';
import type { MeteredPrompt } from '../core/report.ts';
import { sayOfCache } from './cacheSentences.ts';
import { sayOfCompression } from './compressionSentences.ts';
import type { Around, Tellers } from './around.ts';
import { commandIds } from './commandIds.ts';
import { spotOf, toRange } from './convert.ts';
import { type Known, requestOf } from './known.ts';
import { tellsCache } from './measuredSentences.ts';
import { measuredOf, newsOf, numbersOf } from './numbers.ts';
import { everything } from './workspaces.ts';
import { say } from './sentences.ts';
import type { Settings } from './settings.ts';

/** A line above each prompt: its tokens, what a call costs, for which model, what was measured, and where the cache breaks. */
export function lenses(tellers: Tellers, settings: Settings): vscode.Disposable {
  const { documents, since, measured } = tellers;
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (!['lens', 'both'].includes(settings.show(document))) return [];
      const known = await documents.whenKnown(document);
      return known?.prompts.flatMap((prompt) => lensesOf(prompt, { document, known, since, measured })) ?? [];
    },
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidChange(() => changed.fire()),
    documents.onDidRebudget(() => changed.fire()),
    since.onDidChange(() => changed.fire()),
    measured.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(everything, provider),
  );
}

function lensesOf(prompt: MeteredPrompt, around: Around): vscode.CodeLens[] {
  const { document } = around;
  const range = toRange(document, prompt.range);
  const args = [document.uri.toString(), prompt.id];
  const details = {
    title: lensText(prompt, around),
    tooltip: say.lensTooltip,
    command: commandIds.showPrompt,
    arguments: args,
  };
  const lens = new vscode.CodeLens(range, details);
  const lenses = prompt.tokens.count < worthCompressing ? [lens] : [lens, compressing(range, args)];
  if (prompt.model !== null) return lenses;
  const pick = {
    title: say.modelUnknown,
    tooltip: say.pickTooltip,
    command: commandIds.pickModel,
    arguments: args,
  };
  return [...lenses, new vscode.CodeLens(range, pick)];
}

/** A shorter prompt has little to save, and a line above it already. Tokens. */
const worthCompressing = 150;

function compressing(range: vscode.Range, args: readonly string[]): vscode.CodeLens {
  return new vscode.CodeLens(range, {
    title: sayOfCompression.lens,
    tooltip: sayOfCompression.lensTooltip,
    command: commandIds.compressPrompt,
    arguments: [...args],
  });
}

function lensText(prompt: MeteredPrompt, around: Around): string {
  const { document, known } = around;
  const { cost, model, cache } = prompt;
  const parts = numbersOf(prompt, around);
  if (model) parts.push(say.model(model));
  if (model && !cost) parts.push(say.priceUnknown(prompt.meant ?? null));
  parts.push(...measuredOf(prompt, around));
  if (!tellsCache(around.measured.of(document, prompt.id))) parts.push(...cachedText(prompt, known));
  const hole = cache?.cacheBreaking ? prompt.segments[cache.breaksAt ?? -1] : undefined;
  // a date changes once a day: that is worth no warning
  if (hole?.kind === 'hole' && hole.because !== 'date')
    parts.push(say.cacheBreaksAt(spotOf(document, known, hole.path, hole.range.start)));
  return [...parts, ...newsOf(prompt, around)].join(' · ');
}

/** How much of the prompt the provider's cache serves; nothing for a request that is too short for any cache. */
function cachedText({ id }: MeteredPrompt, known: Known): string[] {
  const map = requestOf(known, id);
  if (map === null || Math.max(map.cachedTokens, map.cacheableTokens) === 0) return [];
  const { cached, tokens } = coverageOf(map, id);
  return tokens === 0 ? [] : [sayOfCache.lens(cached, tokens)];
}
