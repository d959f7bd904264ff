import { rule as base64InPrompt } from './base64-in-prompt.ts';
import { rule as batchableOffline } from './batchable-offline.ts';
import { rule as cacheNeverMarked } from './cache-never-marked.ts';
import { rule as dateFinerThanNeeded } from './date-finer-than-needed.ts';
import { rule as disallowedModel } from './disallowed-model.ts';
import { rule as fillerPhrase } from './filler-phrase.ts';
import { rule as holeBeforeStatic } from './hole-before-static.ts';
import { rule as holeInsideMarkedPrefix } from './hole-inside-marked-prefix.ts';
import { rule as idleWhitespace } from './idle-whitespace.ts';
import { rule as markAfterHole } from './mark-after-hole.ts';
import { rule as messageHistoryRewritten } from './message-history-rewritten.ts';
import { rule as modelOrToolsVaryPerCall } from './model-or-tools-vary-per-call.ts';
import { rule as oneCallPerItem } from './one-call-per-item.ts';
import { rule as overBudget } from './over-budget.ts';
import { rule as prefixBelowMinimum } from './prefix-below-minimum.ts';
import { rule as prettyJson } from './pretty-json.ts';
import { rule as repeatedPassage } from './repeated-passage.ts';
import { rule as retiredModel } from './retired-model.ts';
import type { Rule } from './rule.ts';
import { rule as setIterationInPrefix } from './set-iteration-in-prefix.ts';
import { rule as sharedPrefixNotShared } from './shared-prefix-not-shared.ts';
import { rule as suppressionOfUnknownRule } from './suppression-of-unknown-rule.ts';
import { rule as temperatureZeroUncached } from './temperature-zero-uncached.ts';
import { rule as tooManyBreakpoints } from './too-many-breakpoints.ts';
import { rule as unboundedHole } from './unbounded-hole.ts';
import { rule as unboundedOutput } from './unbounded-output.ts';
import { rule as unexplainedSuppression } from './unexplained-suppression.ts';
import { rule as unpricedModel } from './unpriced-model.ts';
import { rule as unreadableVolume } from './unreadable-volume.ts';
import { rule as unsortedJsonInPrefix } from './unsorted-json-in-prefix.ts';
import { rule as unusedSuppression } from './unused-suppression.ts';
import { rule as verboseOutputInvited } from './verbose-output-invited.ts';
import { rule as volatileToolOrder } from './volatile-tool-order.ts';

/** Every rule. Their order is that of the documentation and of the settings. */
export const rules: readonly Rule[] = [
  holeBeforeStatic,
  prefixBelowMinimum,
  cacheNeverMarked,
  markAfterHole,
  holeInsideMarkedPrefix,
  tooManyBreakpoints,
  dateFinerThanNeeded,
  unsortedJsonInPrefix,
  setIterationInPrefix,
  volatileToolOrder,
  modelOrToolsVaryPerCall,
  messageHistoryRewritten,
  sharedPrefixNotShared,
  idleWhitespace,
  prettyJson,
  repeatedPassage,
  fillerPhrase,
  base64InPrompt,
  unboundedHole,
  unboundedOutput,
  verboseOutputInvited,
  retiredModel,
  disallowedModel,
  unpricedModel,
  oneCallPerItem,
  batchableOffline,
  temperatureZeroUncached,
  overBudget,

  unusedSuppression,
  unexplainedSuppression,
  suppressionOfUnknownRule,
  unreadableVolume,
];
