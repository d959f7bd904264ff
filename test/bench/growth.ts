/** Texts without a place to split, which make byte-pair encoding as it is usually written take quadratic time. */
const makers = {
  'one letter': (n: number) => 'a'.repeat(n),
  blanks: (n: number) => ' '.repeat(n),
  dashes: (n: number) => '-'.repeat(n),
  'random letters': (n: number) => letters(n),
  'one Chinese character': (n: number) => '的'.repeat(n),
  emoji: (n: number) => '👨‍👩‍👧‍👦'.repeat(n / 11),
  'one line of JSON': (n: number) => `{"loaf":"rye","grams":750,"baked":[1,2,3]},`.repeat(n / 43),
} satisfies Record<string, (n: number) => string>;

export type GrowthName = keyof typeof makers;
export const growthNames = Object.keys(makers) as GrowthName[];

/** A text of about `length` UTF-16 units. */
export function growingText(name: GrowthName, length: number): string {
  return makers[name](length);
}

function letters(n: number): string {
  let state = 7;
  return Array.from({ length: n }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  }).join('');
}
