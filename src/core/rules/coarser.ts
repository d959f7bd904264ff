/** The same time cut down to its day; `null` for an expression whose form is not known, or that has no time. */
export function coarser(expression: string): string | null {
  for (const [pattern, coarse] of forms)
    if (pattern.test(expression)) return expression.replace(pattern, coarse);
  return null;
}

const forms: readonly (readonly [RegExp, string])[] = [
  [/^(new Date\(\)\.toISOString\(\))$/, '$1.slice(0, 10)'],
  [/^(new Date\(\))(?:\.toString\(\)|\.toUTCString\(\))?$/, '$1.toISOString().slice(0, 10)'],
  [
    /^(new Date\(\))\.toLocaleString\((?![^]*(?:hour|minute|second|timeStyle))([^]*)\)$/,
    '$1.toLocaleDateString($2)',
  ],
  [/^((?:datetime\.)?datetime\.(?:now|utcnow|today)\([^()]*(?:\(\))?\))$/, '$1.date()'],
  [
    /^((?:datetime\.)?datetime\.(?:now|utcnow|today)\([^()]*(?:\(\))?\))\.isoformat\(\)$/,
    '$1.date().isoformat()',
  ],
  [
    /^((?:datetime\.)?datetime\.(?:now|utcnow|today)\([^()]*(?:\(\))?\)\.strftime\((["']))%Y-%m-%d[ T]%H:%M(?::%S)?\2\)$/,
    '$1%Y-%m-%d$2)',
  ],
];
