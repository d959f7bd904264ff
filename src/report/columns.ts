/** Columns a text takes on a terminal: wide scripts and emoji take two, what combines with its neighbour none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const c of text) width += columnsOf(c);
  return width;
}

/** The text, or as much of its beginning as fits with a `…` behind it. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const c of text) {
    used += columnsOf(c);
    if (used > width) break;
    kept += c;
  }
  return `${kept.trimEnd()}…`;
}

/** The text, or as much of its end as fits with a `…` before it: of a dotted name, the end tells it from its neighbours. */
export function fitEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const c of [...text].reverse()) {
    used += columnsOf(c);
    if (used > width) break;
    kept = c + kept;
  }
  return `…${kept}`;
}

/** The text in lines of at most so many columns, cut between words; a word that is wider has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Approximates Unicode's East Asian Width by script. @see https://www.unicode.org/reports/tr11/ (2026-11-22) */
function columnsOf(c: string): number {
  if (/[\p{Mn}\p{Me}\u200B-\u200D\uFE0F]/u.test(c)) return 0;
  const isWide =
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u;
  return isWide.test(c) ? 2 : 1;
}
