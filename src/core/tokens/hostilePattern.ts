/** Deeper than any tokenizer's settings go. */
const deepest = 20;

/**
 * The first regular expression in a tokenizer's settings that could take exponential time, or `null`: one that repeats,
 * without limit, a group which itself holds something repeated without limit, such as `(a+)+`.
 */
export function hostilePattern(settings: unknown, depth = 0): string | null {
  if (typeof settings !== 'object' || settings === null || depth > deepest) return null;
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'Regex' && typeof value === 'string' && isNested(value)) return value.slice(0, 60);
    const inner = hostilePattern(value, depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

function isNested(pattern: string): boolean {
  const groups: boolean[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = classEnd(pattern, at);
    else if (character === '(') groups.push(false);
    else if (character === ')') {
      const repeats = groups.pop() ?? false;
      const repeated = isUnlimited(pattern, at + 1);
      if (repeats && repeated) return true;
      if ((repeats || repeated) && groups.length > 0) groups[groups.length - 1] = true;
    } else if (isUnlimited(pattern, at) && groups.length > 0) groups[groups.length - 1] = true;
  }
  return false;
}

/** Whether `*`, `+` or `{2,}` stands there. */
function isUnlimited(pattern: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(pattern.slice(at, at + 12));
}

/** Where the class that begins at `start` ends; classes may stand inside classes. */
function classEnd(pattern: string, start: number): number {
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']' && --depth === 0) return at;
  }
  return pattern.length;
}
