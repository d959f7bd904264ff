import { DecodedBuilder, type Decoded } from '../../decoded.ts';

/**
 * Finds each character of a block's value in its source, where they differ in white space only: indentation that was
 * taken away, line breaks that became spaces. Null when they differ in more.
 */
export function alignSpace(value: string, source: string, start: number, end: number): Decoded | null {
  const out = new DecodedBuilder();
  let at = start;
  for (const run of value.matchAll(/\s+|\S+/g)) {
    const spaceEnd = endOfSpace(source, at, end);
    if (/\s/.test(run[0][0] ?? '')) {
      addSpace(out, run[0], source.slice(at, spaceEnd), at, at === start);
      at = spaceEnd;
      continue;
    }
    at = spaceEnd;
    if (source.slice(at, at + run[0].length) !== run[0]) return null;
    out.add(run[0], at);
    at += run[0].length;
  }
  return out.build({ start, end });
}

/** @param atLineStart the source of the white space begins a line, so that its first blanks may be indentation. */
function addSpace(
  out: DecodedBuilder,
  value: string,
  source: string,
  at: number,
  atLineStart: boolean,
): void {
  const breaks = [...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index);
  const last = value.lastIndexOf('\n') + 1;
  const tail = last > 0 || atLineStart ? last : value.length;
  let line = 0;
  let from = 0;
  for (let i = 0; i < tail; i++) {
    if (value[i] === '\n') {
      const place = breaks[line++] ?? Math.min(from, source.length - 1);
      out.add('\n', at + place);
      from = place + 1;
    } else out.add(value[i] ?? '', at + Math.min(from++, source.length - 1));
  }
  // behind the last line break, what is left of the indentation stands last
  const rest = value.slice(tail);
  if (rest !== '') out.add(rest, at + Math.max(0, source.length - rest.length));
}

function endOfSpace(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(source[at] ?? '')) at++;
  return at;
}
