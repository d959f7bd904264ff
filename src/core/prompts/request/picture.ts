import { literalText, onlyValue } from '../literals.ts';
import { entryOf, recordAt, type RecordSeen } from '../records.ts';
import type { Trail } from '../trail.ts';
import { imageSize, type ImageSize } from './imageSize.ts';

/** What the source tells of a picture. */
export interface Picture {
  /** How closely the model is to look: `low`, `high`, `auto`; `null` where the request does not say it, or computes it. */
  readonly detail: string | null;
  /** `null` where the picture is not written in the source. */
  readonly size: ImageSize | null;
}

/** Entries that hold the picture, or another record that does. */
const holders = ['image_url', 'inline_data', 'source', 'image', 'url', 'data', 'bytes'];

/** @param record the part of the message that the picture is. */
export function pictureOf(record: RecordSeen, trail: Trail, depth = 0): Picture {
  const detail = textOf(record, 'detail', trail);
  const held = entryOf(record, ...holders);
  const value = held === null ? null : onlyValue(held, trail);
  const inner = value === null ? null : recordAt(value);
  if (inner !== null && depth < 3) {
    const within = pictureOf(inner, trail, depth + 1);
    return { ...within, detail: detail ?? within.detail };
  }
  const written = value === null ? null : literalText(value);
  return { detail, size: written === null ? null : imageSize(written) };
}

function textOf(record: RecordSeen, name: string, trail: Trail): string | null {
  const entry = entryOf(record, name);
  const value = entry === null ? null : onlyValue(entry, trail);
  return value === null ? null : literalText(value);
}
