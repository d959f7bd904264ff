import { rule as dateFinerThanNeeded } from './date-finer-than-needed.ts';
import { rule as holeBeforeStatic } from './hole-before-static.ts';
import type { Rule } from './rule.ts';
import { rule as setIterationInPrefix } from './set-iteration-in-prefix.ts';
import { rule as suppressionOfUnknownRule } from './suppression-of-unknown-rule.ts';
import { rule as unexplainedSuppression } from './unexplained-suppression.ts';
import { rule as unsortedJsonInPrefix } from './unsorted-json-in-prefix.ts';
import { rule as unusedSuppression } from './unused-suppression.ts';

/** Every rule. Their order is that of the documentation and of the settings. */
export const rules: readonly Rule[] = [
  holeBeforeStatic,
  dateFinerThanNeeded,
  unsortedJsonInPrefix,
  setIterationInPrefix,
  unusedSuppression,
  unexplainedSuppression,
  suppressionOfUnknownRule,
];
