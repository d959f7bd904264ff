import type { MeteredPrompt } from '../core/report.ts';
import { mixtureOf } from '../core/tokens/textKinds.ts';

/** A shorter text tells more about chance than about a vocabulary. Characters. */
const shortest = 150;
/** A longer one costs more to send than it tells. */
const longest = 20_000;

/** The known texts of the prompts that tell most: of every kind as many as there are, the long ones first. */
export function textsToSend(prompts: readonly MeteredPrompt[], most: number): string[] {
  const texts = prompts.map(({ segments }) =>
    segments
      .map((segment) => (segment.kind === 'text' ? segment.text : ''))
      .join('')
      .slice(0, longest),
  );
  const fit = [...new Set(texts)].filter((text) => text.trim().length >= shortest);
  const byKind = new Map<string, string[]>();
  for (const text of fit.sort((a, b) => b.length - a.length)) {
    const kind = mainKindOf(text);
    byKind.set(kind, [...(byKind.get(kind) ?? []), text]);
  }
  const chosen: string[] = [];
  for (let turn = 0; chosen.length < Math.min(most, fit.length); turn++)
    for (const group of byKind.values()) {
      const text = group[turn];
      if (text !== undefined && chosen.length < most) chosen.push(text);
    }
  return chosen;
}

function mainKindOf(text: string): string {
  const [main] = Object.entries(mixtureOf(text)).sort(([, a], [, b]) => b - a);
  return main?.[0] ?? 'english';
}
