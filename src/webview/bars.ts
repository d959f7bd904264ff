import type { Bar, Chart } from './protocol.ts';

/** A part of a bar, in hundredths of the height of the chart. */
export interface Piece {
  /** Which part it is; the colour goes by it. */
  readonly part: number;
  readonly from: number;
  readonly height: number;
}

/** What is little can still be seen. */
const least = 1.5;

/** The parts of a bar that are anything, one on top of the other. */
export function piecesOf({ parts }: Bar, top: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const [part, value] of parts.entries()) {
    if (value <= 0) continue;
    const height = Math.min(Math.max((100 * value) / top, least), 100 - from);
    pieces.push({ part, from, height });
    from += height;
  }
  return pieces;
}

/** The bar that a key leads to; `null` for a key that leads nowhere. @param at the bar that is read now, or none yet. */
export function ledTo(key: string, at: number | null, bars: number): number | null {
  const last = bars - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: at === null ? last : at - 1,
    ArrowDown: at === null ? last : at - 1,
    ArrowRight: at === null ? 0 : at + 1,
    ArrowUp: at === null ? 0 : at + 1,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined || last < 0 ? null : Math.min(Math.max(to, 0), last);
}

/** The last bar in which anything is, which is what one wants to read first. */
export function lastOf({ bars }: Chart): number | null {
  const found = bars.findLastIndex(({ parts, isPartial }) => isPartial || parts.some((part) => part > 0));
  return found < 0 ? null : found;
}
