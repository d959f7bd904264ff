import * as vscode from 'vscode';
import { coverageOf } from '../core/cache/coverage.ts';
import { moneyIn } from '../core/prices/money.ts';
import type { MeteredPrompt } from '../core/report.ts';
import { sayOfCache } from './cacheSentences.ts';
import { sayOfCompression } from './compressionSentences.ts';
import { commandIds } from './commandIds.ts';
import { spotOf, toRange } from './convert.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import type { Documents } from './documents.ts';
import { type Known, requestOf } from './known.ts';
import { everything } from './workspaces.ts';
import { sayOfProviders } from './providerSentences.ts';
import { say } from './sentences.ts';
import type { Settings } from './settings.ts';

/** A line above each prompt: its tokens, what a call costs, for which model, and where the cache breaks. */
export function lenses(documents: Documents, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      if (!['lens', 'both'].includes(settings.show(document))) return [];
      const known = await documents.whenKnown(document);
      return known?.prompts.flatMap((prompt) => lensesOf(prompt, document, known)) ?? [];
    },
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(everything, provider),
  );
}

function lensesOf(prompt: MeteredPrompt, document: vscode.TextDocument, known: Known): vscode.CodeLens[] {
  const range = toRange(document, prompt.range);
  const args = [document.uri.toString(), prompt.id];
  const details = {
    title: lensText(prompt, document, known),
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

function lensText(prompt: MeteredPrompt, document: vscode.TextDocument, known: Known): string {
  const { tokens, cost, model, cache } = prompt;
  const parts = [tokensText(tokens)];
  if (cost) parts.push(say.perCall(prompt, moneyIn(known.currency)));
  if (model) parts.push(say.model(model));
  if (model && !cost) parts.push(say.priceUnknown(prompt.meant ?? null));
  parts.push(...cachedText(prompt, known));
  const hole = cache?.cacheBreaking ? prompt.segments[cache.breaksAt ?? -1] : undefined;
  // a date changes once a day: that is worth no warning
  if (hole?.kind === 'hole' && hole.because !== 'date')
    parts.push(say.cacheBreaksAt(spotOf(document, known, hole.path, hole.range.start)));
  return parts.join(' · ');
}

/** With who counted, and when, where that was a provider. */
function tokensText(tokens: Tokens): string {
  if (tokens.counted === undefined) return say.tokens(tokens);
  return `${say.tokens(tokens)}, ${sayOfProviders.countedBy(tokens.counted, Date.now())}`;
}

/** How much of the prompt the provider's cache serves; nothing for a request that is too short for any cache. */
function cachedText({ id }: MeteredPrompt, known: Known): string[] {
  const map = requestOf(known, id);
  if (map === null || Math.max(map.cachedTokens, map.cacheableTokens) === 0) return [];
  const { cached, tokens } = coverageOf(map, id);
  return tokens === 0 ? [] : [sayOfCache.lens(cached, tokens)];
}
