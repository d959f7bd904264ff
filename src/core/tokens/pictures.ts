import type { Day } from '../host.ts';
import type { Picture } from '../prompts/request/picture.ts';
import type { ImageSize } from '../prompts/request/imageSize.ts';
import { modelName } from './modelId.ts';
import type { Tokens } from './tokens.ts';

/** How a family counts pictures. Tokens. */
interface PictureRow {
  /** Of a model's kind, as `modelName` tells it. */
  readonly pattern: RegExp;
  /** At low detail, whatever the size; `null` where there is no such thing. */
  readonly low: number | null;
  of(size: ImageSize): number;
  /** Relative. */
  readonly band: number;
  readonly source: string;
  readonly date: Day;
}

const openai = {
  band: 0,
  source: 'https://platform.openai.com/docs/guides/images-vision#calculating-costs',
  date: '2026-11-22',
} as const;

/** First match wins. What is newer than the published formulas is not in them, and is not counted. */
const rows: readonly PictureRow[] = [
  { pattern: /^gpt-4o-mini$/, ...inTiles(2833, 5667) },
  { pattern: /^(?:gpt-4o|chatgpt-4o|gpt-4\.1|gpt-4\.5-preview|gpt-4-turbo)$/, ...inTiles(85, 170) },
  { pattern: /^gpt-5(?:-chat)?$/, ...inTiles(70, 140) },
  { pattern: /^o3$/, ...inTiles(75, 150) },
  { pattern: /^(?:gpt-4\.1-mini|gpt-5-mini)$/, ...inPatches(1.62) },
  { pattern: /^(?:gpt-4\.1-nano|gpt-5-nano)$/, ...inPatches(2.46) },
  { pattern: /^o4-mini$/, ...inPatches(1.72) },
  {
    // Newer ones read larger pictures.
    pattern: /^claude-(?:(?:opus|sonnet|haiku)-(?:3(?:\.[57])?|4(?:\.[156])?))$/,
    low: null,
    of: claudeTokens,
    band: 0.05,
    source: 'https://docs.anthropic.com/en/docs/build-with-claude/vision',
    date: '2026-11-22',
  },
  {
    pattern: /^gemini-2\.\d-(?:pro|flash)(?:-lite)?$/,
    low: null,
    of: geminiTokens,
    band: 0,
    source: 'https://ai.google.dev/gemini-api/docs/tokens',
    date: '2026-11-22',
  },
];

/** Tokens of a picture, by its provider's published formula; `null` where that, or the picture's size, is not known. */
export function pictureTokens({ detail, size }: Picture, model: string | null): Tokens | null {
  if (model === null) return null;
  const { kind } = modelName(model);
  const row = rows.find(({ pattern }) => pattern.test(kind));
  if (row === undefined) return null;
  const certainty = row.band === 0 ? ('exact' as const) : ('calibrated' as const);
  const tokens = { certainty, band: row.band, encoding: 'pictures' };
  if (detail === 'low' && row.low !== null) return { ...tokens, count: row.low };
  if (size === null) return null;
  const most = row.of(size);
  // the provider chooses the detail where the request does not
  if (row.low === null || detail === 'high') return { ...tokens, count: most };
  return { ...tokens, count: Math.min(row.low, most), most };
}

/**
 * Into a square of 2,048, then the shorter side to 768, in whole pixels; so much for each square of 512. Smaller pictures
 * stay as they are: so they are billed, see https://community.openai.com/t/1262691 and /t/1281361 (2025).
 */
function inTiles(base: number, perTile: number): Omit<PictureRow, 'pattern'> {
  return {
    ...openai,
    low: base,
    of(size) {
      const inside = scaled(size, Math.min(1, 2048 / Math.max(size.width, size.height)));
      const { width, height } = scaled(inside, Math.min(1, 768 / Math.min(inside.width, inside.height)));
      return base + perTile * squares(Math.round(width), 512) * squares(Math.round(height), 512);
    },
  };
}

/**
 * So much for each square of 32, of which there are 1,536 at most: a larger picture is made smaller. A bill has been seen
 * that was 6 % above what the formula says of such a one, see https://community.openai.com/t/1281361 (2025).
 */
function inPatches(factor: number): Omit<PictureRow, 'pattern'> {
  return {
    ...openai,
    band: 0.06,
    low: null,
    of(size) {
      const all = squares(size.width, 32) * squares(size.height, 32);
      if (all <= 1536) return Math.ceil(all * factor);
      const shrink = Math.sqrt((32 * 32 * 1536) / (size.width * size.height));
      const [wide, high] = [(size.width * shrink) / 32, (size.height * shrink) / 32];
      const { width, height } = scaled(
        size,
        shrink * Math.min(Math.max(1, Math.floor(wide)) / wide, Math.max(1, Math.floor(high)) / high),
      );
      return Math.ceil(Math.min(1536, squares(width, 32) * squares(height, 32)) * factor);
    },
  };
}

/** Width × height / 750, after the longer side is at most 1,568 and the whole about 1,600 tokens. */
function claudeTokens(size: ImageSize): number {
  const { width, height } = scaled(size, Math.min(1, 1568 / Math.max(size.width, size.height)));
  return Math.min(1600, Math.ceil((width * height) / 750));
}

/** 258 up to 384 on each side; else as much for each tile, whose side is that of the shorter side by 1.5, from 256 to 768. */
function geminiTokens({ width, height }: ImageSize): number {
  if (width <= 384 && height <= 384) return 258;
  const side = Math.min(768, Math.max(256, Math.floor(Math.min(width, height) / 1.5)));
  return 258 * squares(width, side) * squares(height, side);
}

function scaled({ width, height }: ImageSize, factor: number): ImageSize {
  return { width: width * factor, height: height * factor };
}

/** Squares in a row. What floating point adds to a whole number is no further one. */
function squares(length: number, side: number): number {
  return Math.max(1, Math.ceil(length / side - 1e-9));
}
